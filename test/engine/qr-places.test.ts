import {describe, expect, test} from 'vitest';
import {begun, created, phase, type Till, type TillParts, till, waiting} from './till.ts';

const shownOn = ({engine}: Till): readonly string[] | null => {
	const state = engine.stateOf('A-1');
	return state.phase === 'waiting' ? state.created.shownOn : null;
};
const paper: TillParts = {places: {qrOn: ['screen', 'paper']}};
const paperOnly: TillParts = {places: {qrOn: ['paper'], hasScreen: () => false}};
const jam = {type: 'failed', fault: {code: 'PAPER', text: '', advice: ''}} as const;

describe('where the customer sees the QR', () => {
	test('given screen and display, then both show it at once and nothing is printed', async () => {
		const made = await waiting({places: {qrOn: ['screen', 'display']}}, {printSlip: true});
		expect(shownOn(made)).toEqual(['screen', 'display']);
		expect(made.register.slips()).toEqual([]);
	});

	test('given screen and paper, then the screen counts after 2 s, and the tape is added when it is printed', async () => {
		const made = await waiting(paper, {printSlip: true});
		expect(shownOn(made)).toBeNull();
		expect(made.engine.getSnapshot().slip).toEqual({state: 'printing'});
		await made.clock.advance(2_000);
		expect(shownOn(made)).toEqual(['screen']);
		await made.register.last('printSlip').answer({type: 'printed'});
		expect(shownOn(made)).toEqual(['screen', 'paper']);
		expect(made.engine.getSnapshot().slip).toEqual({state: 'printed'});
	});

	test('given a slip, then it says shop, system, sum, order and until when, and that it is no repeat', async () => {
		const made = await waiting(paper, {printSlip: true});
		expect(made.register.slips()).toEqual([
			{
				shopName: 'Кофейня',
				systemName: 'СБП',
				validUntil: '12:03',
				amountKopecks: 125_000,
				orderId: 'A-1',
				qr: created.qr,
				isRepeat: false,
			},
		]);
	});

	test('given a tape that jams, then the screen still shows it and the cashier is told', async () => {
		const made = await waiting(paper, {printSlip: true});
		await made.register.last('printSlip').answer(jam);
		expect(shownOn(made)).toEqual(['screen']);
		expect(made.engine.getSnapshot().slip).toMatchObject({state: 'failed', fault: {code: 'PAPER'}});
	});

	test('given paper alone, then the QR is shown when it is printed, and the first question comes 5 s after', async () => {
		const made = await waiting(paperOnly, {printSlip: true});
		await made.clock.advance(4_000);
		expect(shownOn(made)).toBeNull();
		await made.register.last('printSlip').answer({type: 'printed'});
		expect(shownOn(made)).toEqual(['paper']);
		await made.clock.advance(4_999);
		expect(made.gateway.asked).toHaveLength(1);
		await made.clock.advance(1);
		made.gateway.last('getStatus');
	});

	test('given slips are not wanted, then none is printed and a screen is better than no QR', async () => {
		const made = await waiting({places: {qrOn: ['paper']}}, {printSlip: false});
		expect(made.register.slips()).toEqual([]);
		expect(shownOn(made)).toEqual(['screen']);
	});

	test('given a port that breaks while it prints, then the slip has failed and the payment goes on', async () => {
		const made = await waiting(paper, {printSlip: true});
		await made.register.last('printSlip').breakDown();
		expect(made.engine.getSnapshot().slip).toMatchObject({state: 'failed'});
		expect(phase(made)).toBe('waiting');
	});
});

describe('printing it again', () => {
	test('given a QR on the screen, then it is printed and marked as a repeat', async () => {
		const made = await waiting();
		const again = made.engine.printAgain('A-1');
		expect(made.register.slips()).toMatchObject([{isRepeat: true}]);
		await made.register.last('printSlip').answer({type: 'printed'});
		expect(await again).toEqual({type: 'printed'});
	});

	test('given no QR to pay by, then nothing is printed', async () => {
		expect(await (await begun()).engine.printAgain('A-1')).toBeNull();
		expect(await till().engine.printAgain('A-1')).toBeNull();
	});

	test('given a till without a register, then it says so', async () => {
		const made = await waiting({hasRegister: false}, {slot: null});
		expect(await made.engine.printAgain('A-1')).toMatchObject({type: 'failed', fault: {code: 'NO_REGISTER'}});
	});
});
