/** Refuses: reading Mermaid diagrams would bring 100 MB of packages for a door that Dateline keeps shut. */
export async function parseMermaidToExcalidraw() {
  throw new Error('Mermaid diagrams are not built into Dateline.');
}
