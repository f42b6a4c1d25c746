// read_text.mjs MODULES READER FILE.pdf...
//
// Reads PDFs with a program of the npm registry that lies under MODULES: READER is pdf.js or PDFium. Prints one line of
// JSON: for each file the text of its pages. PDFium draws every page too. Anything either says goes to standard error.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";

console.log = console.warn = console.error;  // pdf.js complains on standard output

const [folder, reader, ...files] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(folder, "node_modules", path)));

async function pdfjs() {
  const {getDocument, VerbosityLevel} = await load("pdfjs-dist/legacy/build/pdf.mjs");
  return async (file) => {
    const data = new Uint8Array(readFileSync(file));
    const document = await getDocument({data, verbosity: VerbosityLevel.WARNINGS}).promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; number++) {
      const {items} = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
    }
    await document.destroy();
    return pages;
  };
}

async function pdfium() {
  const {PDFiumLibrary} = await load("@hyzyla/pdfium/dist/index.esm.js");
  const library = await PDFiumLibrary.init();
  return async (file) => {
    const document = await library.loadDocument(readFileSync(file));
    const pages = [];
    for (const page of document.pages()) {
      pages.push(page.getText());  // before drawing, which closes the page
      const drawn = await page.render({scale: 0.4, render: "bitmap"});
      if (!drawn.data.some((value) => value !== 255)) console.error(`${file}: page ${page.number + 1} is blank`);
    }
    document.destroy();
    return pages;
  };
}

const read = await {"pdf.js": pdfjs, PDFium: pdfium}[reader]();
const found = {};
for (const file of files) found[file] = await read(file);
process.stdout.write(JSON.stringify(found) + "\n");
