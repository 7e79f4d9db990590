/**
 * exp, log and what an LSTM builds on them, with the same bits in every engine.
 *
 * ECMAScript leaves the last bits of Math.exp, Math.log and Math.tanh to the implementation. +, −, ×, ÷ and the
 * conversions to and from integers are fixed exactly by IEEE 754, so functions made of those alone agree everywhere.
 * That holds for the order of operations as written: moving a bracket below may move a bit.
 *
 * One ulp is the distance between neighbouring doubles at the true value. Errors are the largest measured against
 * 160-bit arithmetic; the test repeats the comparison on a sample.
 */

// ln 2 in two parts. The high one ends after 33 binary places, so its product with any exponent or step is exact.
const LN2_HIGH = 0.6931471804855391;
const LN2_LOW = 7.440617110012397e-11;

// The exponential walks in steps of ln 2 / 64; dividing by 64 keeps both parts exact.
const STEP_HIGH = LN2_HIGH / 64;
const STEP_LOW = LN2_LOW / 64;
const STEPS_PER_UNIT = 92.33248261689366;

// 1.5 · 2^52: doubles of this size are 1 apart, so adding it rounds to an integer and subtracting it leaves that one.
const ROUNDER = 6755399441055744;

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18014398509481984;

// High word of √½, the lower end of the interval log reduces to.
const SQRT_HALF_WORD = 0x3fe6a09e;

// 2 atanh(s) = 2s + s·(A1·s² + A2·s⁴ + … + A7·s¹⁴) to 2^−57.5 for |s| ≤ 3 − 2√2: a Chebyshev fit, close to the
// series 2/3, 2/5, 2/7, … that it shortens from ten terms to seven.
const A1 = 0.666666666666667;
const A2 = 0.3999999999989938;
const A3 = 0.28571428626031065;
const A4 = 0.22222211125723262;
const A5 = 0.1818288978615799;
const A6 = 0.15331699634642276;
const A7 = 0.146167211662876;

/**
 * e^x. With k the integer nearest to 64x / ln 2 and r = x − k·ln 2 / 64, e^x = 2^⌊k/64⌋ · 2^((k mod 64)/64) · e^r: a
 * power of two, a table entry and a short series. Error < 0.52 ulp, 0.76 where the result is subnormal.
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return expNearLimits(x);
  const step = nearestStep(x);
  return significand(x, step) * POWERS_OF_TWO[POWER_ZERO + (step >> 6)];
}

/** 1 / (1 + e^−x). Error < 2 ulp, relative to the result also where it is tiny. */
export function sigmoid(x: number): number {
  // From e^−x > 2^53 on the 1 no longer counts; and e^−x would overflow before e^x underflows.
  return x < -36.7 ? exp(x) : 1 / (1 + exp(-x));
}

/** tanh x = d / (d + 2) with d = e^2|x| − 1, which keeps small x accurate. Exactly odd. Error < 2 ulp. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 22)) return x > 0 ? 1 : x < 0 ? -1 : x;
  if (x === 0) return x;
  const d = expm1(2 * size);
  const below = d + 2;
  // What rounding took from d + 2. Left out, the error reaches 2.5 ulp.
  const lost = d - (below - 2);
  const quotient = d / below;
  // size / x is exactly 1 or −1; choosing by a branch costs more, since signs in a network are hard to predict.
  return (quotient - quotient * (lost / below)) * (size / x);
}

/**
 * Natural logarithm. x = 2^m · (1 + f) with 1 + f in [√½, √2), then log(1 + f) = 2 atanh(f / (2 + f)).
 * Error < 0.9 ulp; log(0) = −Infinity, and NaN below 0.
 */
export function log(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x < Infinity)) return logNearLimits(x);
  const m = exponent(x);
  return logOfParts(m, x * POWERS_OF_TWO[POWER_ZERO - m] - 1, 0);
}

/** log(1 + x), accurate relative to the result also for tiny x. Error < 0.9 ulp; NaN below −1. */
export function log1p(x: number): number {
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x > 0 ? x : NaN;
  if (x === 0) return x;
  const sum = 1 + x;
  // What rounding took from the sum, exactly (Knuth's two-sum); to first order it adds lost / sum to the logarithm.
  const added = sum - 1;
  const lost = 1 - (sum - added) + (x - added);
  const m = exponent(sum);
  return logOfParts(m, sum * POWERS_OF_TWO[POWER_ZERO - m] - 1, lost / sum);
}

/** log(1 + e^x) without overflow. Error < 1.5 ulp. */
export function softplus(x: number): number {
  return (x > 0 ? x : 0) + log1p(exp(-Math.abs(x)));
}

function nearestStep(x: number): number {
  return x * STEPS_PER_UNIT + ROUNDER - ROUNDER;
}

/** What is left of x after its steps, |r| ≤ ln 2 / 128. The first difference is exact. */
function remainder(x: number, step: number): number {
  return x - step * STEP_HIGH - step * STEP_LOW;
}

/** e^r − 1 for a remainder, by its Taylor series; the first term left out is below 2^−57 of the result. */
function expm1OfRemainder(r: number): number {
  const rr = r * r;
  return r + rr * (1 / 2 + r * (1 / 6) + rr * (1 / 24 + r * (1 / 120) + rr * (1 / 720)));
}

/** e^x / 2^⌊step/64⌋, between about 1 and 2. */
function significand(x: number, step: number): number {
  const j = step & 63;
  return HEADS[j] + (TAILS[j] + HEADS[j] * expm1OfRemainder(remainder(x, step)));
}

function expNearLimits(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  if (x !== x) return x;
  // The scale may lie outside the doubles while the result does not; as two factors, only the second product rounds.
  const step = nearestStep(x);
  const m = step >> 6;
  const half = m >> 1;
  return significand(x, step) * POWERS_OF_TWO[POWER_ZERO + half] * POWERS_OF_TWO[POWER_ZERO + m - half];
}

/** e^x − 1 for 0 ≤ x < 44. Subtracting 1 from the scaled head is exact wherever it matters, so nothing cancels. */
function expm1(x: number): number {
  const step = nearestStep(x);
  const j = step & 63;
  const scale = POWERS_OF_TWO[POWER_ZERO + (step >> 6)];
  return scale * HEADS[j] - 1 + scale * (TAILS[j] + HEADS[j] * expm1OfRemainder(remainder(x, step)));
}

const bits = new DataView(new ArrayBuffer(8));

/** The m for which x / 2^m lies in [√½, √2), for normal x > 0. */
function exponent(x: number): number {
  bits.setFloat64(0, x, true);
  return (bits.getInt32(4, true) - SQRT_HALF_WORD) >> 20;
}

/** m·ln 2 + log(1 + f) + correction, summed from the smallest part up. */
function logOfParts(m: number, f: number, correction: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const series = z * (A1 + z * A2 + w * (A3 + z * A4 + w * (A5 + z * A6 + w * A7)));
  // 2s = f − s·f, and s·f = f²/2 − s·f²/2: written with f, the leading term carries no rounding error.
  const halfSquare = 0.5 * f * f;
  return m * LN2_HIGH - (halfSquare - (s * (halfSquare + series) + (m * LN2_LOW + correction)) - f);
}

function logNearLimits(x: number): number {
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  if (!(x < Infinity)) return x;
  // A subnormal: its exponent field says nothing, so scale it up first.
  const scaled = x * TWO_TO_54;
  const m = exponent(scaled);
  return logOfParts(m - 54, scaled * POWERS_OF_TWO[POWER_ZERO - m] - 1, 0);
}

// The tables live in this file because an engine can fold a module's own constants into the code; imported, they make
// the exponential a third slower.

/**
 * 2^(j/64) for j = 0…63 as unevaluated sums of two doubles: HEADS[j] is the double nearest to 2^(j/64), TAILS[j] the
 * double nearest to what is left. Together they carry about 106 bits. Every literal is the shortest decimal that reads
 * back as exactly that double.
 */
const HEADS = new Float64Array([
  1, 1.0108892860517005, 1.0218971486541166, 1.0330248790212284, 1.0442737824274138, 1.0556451783605572,
  1.0671404006768237, 1.0787607977571199, 1.0905077326652577, 1.102382583307841, 1.1143867425958924, 1.1265216186082418,
  1.1387886347566916, 1.1511892299529827, 1.1637248587775775, 1.1763969916502812, 1.189207115002721, 1.202156731452703,
  1.215247359980469, 1.22848053610687, 1.241857812073484, 1.255380757024691, 1.2690509571917332, 1.2828700160787783,
  1.2968395546510096, 1.3109612115247644, 1.3252366431597413, 1.339667524053303, 1.3542555469368927, 1.3690024229745905,
  1.383909881963832, 1.3989796725383112, 1.4142135623730951, 1.42961333839197, 1.4451808069770467, 1.460917794180647,
  1.4768261459394993, 1.4929077282912648, 1.5091644275934228, 1.5255981507445384, 1.5422108254079407, 1.559004400237837,
  1.5759808451078865, 1.593142151342267, 1.6104903319492543, 1.6280274218573478, 1.645755478153965, 1.6636765803267364,
  1.681792830507429, 1.7001063537185235, 1.718619298122478, 1.7373338352737062, 1.7562521603732995, 1.7753764925265212,
  1.7947090750031072, 1.8142521755003989, 1.8340080864093424, 1.8539791250833855, 1.8741676341103, 1.8945759815869656,
  1.9152065613971474, 1.9360617934922943, 1.9571441241754002, 1.978456026387951,
]);

const TAILS = new Float64Array([
  0, -1.5234778603368577e-17, 5.109225028973444e-17, 7.600838874027088e-18, 8.551889705537965e-17,
  1.759325738772092e-18, -7.899853966841582e-17, -6.656660436056593e-17, -3.046782079812471e-17, 5.2660368715706944e-17,
  1.0410278456845571e-16, 5.165856758795457e-17, 8.912812676025408e-17, 3.250710218863827e-17, 3.8292048369240935e-17,
  5.554203254218079e-17, 3.982015231465646e-17, 6.644981499252301e-17, -7.712630692681488e-17, -1.89878163130253e-17,
  4.658027591836937e-17, -6.7113898212968784e-18, 2.667932131342186e-18, 1.713594918243561e-17, 2.5382502794888315e-17,
  -7.181536135519454e-17, -2.8587312100388614e-17, 8.927282594831732e-17, 7.70094837980299e-17, 9.593797919118849e-17,
  -6.770511658794786e-17, -9.614213209051323e-17, -9.667293313452913e-17, -1.2031642489053655e-17,
  -3.0237581349939873e-17, -5.600377186075216e-17, -3.483994556892796e-17, 1.4192920154284036e-17,
  -1.016455327754295e-16, -1.1024941712342561e-16, 7.949834809697621e-17, 3.7812070533575275e-17,
  -1.0136916471278304e-17, -1.0094406542311964e-16, 2.4707192569797888e-17, -6.712955084707084e-17,
  -1.0125679913674773e-16, 5.8909926967131e-17, 8.199010020581497e-17, -8.0237193703977e-18, -1.851380418263111e-17,
  3.164389299292957e-17, 2.960140695448873e-17, 6.429731796556572e-17, 1.8227458427912087e-17, -9.969531538920349e-17,
  3.283107224245627e-17, 9.761887490727594e-17, -6.122763413004143e-17, 3.4034035352165297e-17, -1.0619946056195963e-16,
  1.0332385960676326e-16, 8.960767791036668e-17, 4.0388753109278167e-17,
]);

/** Where 2^0 stands in POWERS_OF_TWO. */
const POWER_ZERO = 1074;

/** POWERS_OF_TWO[POWER_ZERO + m] = 2^m for every power of two a double can hold, m = −1074…1023. */
const POWERS_OF_TWO = new Float64Array(2098);

// 2^−1074 is the smallest positive double, and doubling is exact, so no entry carries a rounding error.
for (let i = 0, power = 5e-324; i < POWERS_OF_TWO.length; i++, power *= 2) POWERS_OF_TWO[i] = power;
