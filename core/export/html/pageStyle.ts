/** The look of an exported page: a sheet on a desk; one column on a phone; paper only when printed. */
export const pageStyle = `
:root { color-scheme: light dark; --desk: #E1E4DC; --paper: #FFFEFB; --inset: #F4F4EE; --ink: #22251F;
  --ink-2: #474C43; --ink-3: #5A5F55; --line: #CBCFC4; --accent: #1D4F82; --gold: #7D5700; --stop: #9C2A1E; }
@media (prefers-color-scheme: dark) {
  :root { --desk: #161815; --paper: #262925; --inset: #2F332D; --ink: #ECEBE4; --ink-2: #C2C5BB;
    --ink-3: #A3A79C; --line: #3B3F38; --accent: #93BEEA; --gold: #E0B95F; --stop: #F4A093; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--desk); color: var(--ink);
  font: 18px/1.6 "Source Serif 4", "Source Serif Pro", Georgia, serif; overflow-wrap: break-word; }
.sheet { max-width: 764px; margin: 32px auto; padding: 64px 72px 72px; background: var(--paper);
  border-radius: 2px;
  box-shadow: 0 1px 2px rgb(0 0 0 / .08), 0 12px 40px rgb(0 0 0 / .08); }
.small, nav, .status, dt, th, figcaption, .missing, .kicker { font-family: Inter, system-ui, sans-serif; }
.small, footer { font-size: 13px; line-height: 1.4; color: var(--ink-3); }
header .title { font-size: 38px; line-height: 1.2; font-weight: 640; margin: 0 0 12px; }
header .subtitle { font-style: italic; font-size: 20px; line-height: 1.45; margin: 0 0 16px;
  color: var(--ink-2); }
nav { margin: 40px 0 0; padding: 16px 0 0; border-top: 1px solid var(--line); font-size: 14px;
  line-height: 1.45; }
nav h2 { font: 600 13px/1.4 Inter, system-ui, sans-serif; color: var(--accent); margin: 0 0 8px; }
nav ol { margin: 0; padding: 0; list-style: none; }
nav li { margin: 0; }
nav a { display: block; padding: 5px 0; color: inherit; }
section.part { margin-top: 72px; border-top: 1px solid var(--line); padding-top: 32px; }
h1, h2, h3, h4, h5, h6 { font-weight: 640; line-height: 1.3; margin: 1.9em 0 .5em; text-wrap: balance; }
h1, h2.part { font-size: 30px; margin-top: 0; }
.release { font-size: 31px; line-height: 1.22; margin: 0 0 12px; }
.story, .manual { font-size: 24px; }
.question, .step, .section { font-size: 20px; }
.text { font-size: 18px; }
h2.kicker { font: 600 13px/1.4 Inter, system-ui, sans-serif; color: var(--accent); margin: 0 0 16px; }
.number { font-family: Inter, system-ui, sans-serif; color: var(--accent); margin-right: .35em; }
p, ul, ol, dl, pre, figure, .wide, blockquote { margin: 0 0 1em; }
.subheading { font-style: italic; font-size: 20px; line-height: 1.45; }
a { color: var(--accent); text-underline-offset: .15em; } sup { line-height: 0; font-size: .7em; }
sup a { padding: 8px 3px; text-decoration: none; }
sup.ref a { color: var(--gold); padding: 8px 0; font-family: Inter, system-ui, sans-serif; }
:target:not(section) { background: var(--inset); outline: 4px solid var(--inset); }
.call { font: 600 13px/1.4 Inter, system-ui, sans-serif; color: var(--ink-3); margin: 0 0 4px; }
.unwritten { margin: 0 0 1em; padding: 14px 18px; border: 1px dashed var(--ink-3); border-radius: 6px; color: var(--ink-2); }
.unwritten > :last-child { margin-bottom: 0; }
.status { font-size: 13px; color: var(--ink-3); margin: -.2em 0 .6em; } .status span { font-weight: 600; }
.open { color: var(--gold); } .blocked { color: var(--stop); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 18px; }
dd { margin: 0; }
dt { font-size: 14px; font-weight: 600;
  color: var(--ink-3); padding-top: 3px; }
blockquote { padding-left: 20px; border-left: 2px solid var(--line); color: var(--ink-2); }
code { font: .86em/1.5 "Source Code Pro", ui-monospace, Menlo, Consolas, monospace; background: var(--inset);
  border-radius: 3px; padding: .1em .25em; }
pre { background: var(--inset); padding: 14px 16px; border-radius: 6px; overflow: auto; }
pre code { padding: 0; background: none; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; min-width: 40%; font-size: 16px; line-height: 1.45; }
th, td { text-align: start; vertical-align: top; padding: 8px 14px 8px 0;
  border-bottom: 1px solid var(--line); }
th { font-size: 13px; border-bottom-color: var(--ink-3); }
th p, td p { margin: 0; } td p + p { margin-top: 6px; }
.right { text-align: end; }
.center { text-align: center; }
ul.tasks { list-style: none; padding-left: 0; }
.tasks li { display: grid; grid-template-columns: 1.6em 1fr; }
.tasks li > * { grid-column: 2; }
.tasks .box { grid-column: 1; } li > p { margin-bottom: .4em; }
figure img { max-width: 100%; width: auto; height: auto; max-height: 560px; border-radius: 2px; }
figcaption { font-size: 13px; color: var(--ink-3); margin-top: 6px; }
.missing { border: 1px dashed var(--line); padding: 20px; border-radius: 6px; font-size: 14px;
  color: var(--ink-3); }
hr { border: 0; border-top: 1px solid var(--line); width: 30%; margin: 2em 0; }
.notes { margin-top: 56px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 15px; }
.notes h2 { font-size: 15px; margin: 0 0 8px; }
footer { margin-top: 48px; display: flex; flex-wrap: wrap; gap: 4px 24px; justify-content: space-between; }
@media (max-width: 860px) {
  .sheet { margin: 0; padding: 32px 24px 48px; box-shadow: none; min-height: 100vh; }
  header .title, .release { font-size: 27px; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 8px; }
}
@media print {
  :root { --desk: #fff; --paper: #fff; --ink: #000; --ink-2: #222; --ink-3: #444; --line: #bbb;
    --inset: #f4f4f4; --accent: #1D4F82; }
  body { font-size: 11pt; }
  .sheet { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  nav { break-after: page; }
  section.part { break-before: page; border: 0; margin: 0; padding: 0; }
  h1, h2, h3, h4 { break-after: avoid; }
  tr, figure, pre { break-inside: avoid; }
  .sheet.release-only section.part { break-before: auto; }
  figure img { max-height: 11cm; }
}
@page { margin: 18mm 16mm; }
`;
