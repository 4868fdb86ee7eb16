/**
 * Gives back, at once, the memory of numbers that nobody will read again. Left to the garbage collector, which
 * sees small objects and not the large memory behind them, tens of megabytes would pile up.
 */
export function giveBack(numbers: ArrayBufferView): void {
  (numbers.buffer as ArrayBuffer).transfer(0);
}
