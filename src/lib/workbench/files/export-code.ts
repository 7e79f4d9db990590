/** Python that writes a model as it can be opened here: `x` has a row per timestep, `y` is what is compared at the end. */
export const exportCode = `import json
json.dump({"cell": "lstm", "inputSize": lstm.input_size, "hiddenSize": lstm.hidden_size,
           "parameters": {name: array.tolist() for name, array in lstm.state_dict().items()},
           "inputs": x.tolist(),
           "loss": {"kind": "mse", "at": "last", "targets": [None] * (len(x) - 1) + [y.tolist()]}},
          open("model.json", "w"))`;
