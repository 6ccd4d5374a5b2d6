/** The browser's own editing, without any editor: what painting alone costs. */
window.showText = (paragraphs) => {
  const area = document.createElement('div');
  area.contentEditable = 'true';
  area.className = 'ProseMirror';
  for (const text of paragraphs) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    area.append(paragraph);
  }
  document.body.append(area);
};
