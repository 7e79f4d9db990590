declare global {
  namespace App {
    interface PageState {
      /** The step a walk stands at, as it stands in the link. */
      at?: string;
    }
  }
}

export {};
