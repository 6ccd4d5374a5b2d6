declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
  }
}

// Where Excalidraw finds its fonts: beside the page. It reads this while it is loaded, so this is imported first.
window.EXCALIDRAW_ASSET_PATH = new URL('./excalidraw/', document.baseURI).href;

export {};
