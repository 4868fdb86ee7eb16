/** Comes without types, and is loaded for its effect only: it makes itself known to pdf.js. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
