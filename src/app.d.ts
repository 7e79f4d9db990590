declare global {
  namespace App {
    interface PageState {
      /** The page's state as it stands in the link: `?at=forward:forget.gate@2`. */
      query?: string;
    }
  }
}

export {};
