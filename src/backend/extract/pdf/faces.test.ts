import { expect, test } from 'vitest';
import { faceByName } from './faces.ts';

const plain = { bold: false, italic: false };

test.each([
  ['ABCDEF+Lora-BoldItalic', 'bold italic'],
  ['Georgia-Bold', 'bold'],
  ['Georgia-Italic', 'italic'],
  ['VUFUNH+LMRoman12-Bold', 'bold'],
  ['CMBX10', 'bold'],
  ['CMTI10', 'italic'],
  ['SFTT1000', 'mono'],
  ['NimbusRomNo9L-Medi', 'bold'],
  ['NimbusRomNo9L-ReguItal', 'italic'],
  ['Helvetica-Oblique', 'italic'],
  ['DejaVuSansMono-Bold', 'bold mono'],
  ['CourierNewPSMT', 'mono'],
  ['TimesNewRomanPSMT', ''],
  ['LMRoman10-Regular', ''],
  ['SourceSans3-Light', ''],
])('%s is %s', (name, look) => {
  const { isBold, isItalic, isMono } = faceByName(name, plain);
  const words = [isBold ? 'bold' : '', isItalic ? 'italic' : '', isMono ? 'mono' : ''];
  expect(words.filter((word) => word !== '').join(' ')).toBe(look);
});

test('what the font says of itself counts as well', () => {
  expect(faceByName('F1', { bold: true, italic: true })).toEqual({ isBold: true, isItalic: true, isMono: false });
});
