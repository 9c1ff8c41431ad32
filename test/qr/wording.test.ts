// What the cashier reads where a QR cannot stand: what is wrong, and the way out that there really is.
import {expect, test} from 'vitest';
import {qrEn, qrRu} from '../../source/core/index.ts';

const sizes = {needed: {columns: 41, rows: 22}, screen: {columns: 37, rows: 20}};

test('given a register, paper is offered; given none, it is not', () => {
	expect(qrRu.fullscreenOnly({canPrint: true})).toBe('QR не помещается: F3 — на весь экран, F4 — на чек');
	for (const wording of [qrRu, qrEn]) {
		expect(wording.fullscreenOnly({canPrint: false})).not.toContain('F4');
		expect(wording.tooSmall({...sizes, canPrint: true})).toContain('F4');
		expect(wording.tooSmall({...sizes, canPrint: false})).not.toContain('F4');
		expect(wording.cannotDraw({canPrint: true})).not.toBe(wording.cannotDraw({canPrint: false}));
	}
});

test('given a screen too small, both sizes are named', () => {
	for (const wording of [qrRu, qrEn]) {
		expect(wording.tooSmall({...sizes, canPrint: true})).toMatch(/41×22.*37×20/);
	}
});
