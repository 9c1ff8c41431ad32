// What this device can do, asked once after each opening of the line (F7h, 26h, FCh) and guessed by model where it won't say.
import {type DeviceType, deviceType} from '../commands/device-type.ts';
import {type FontParameters, fontParameters} from '../commands/font-parameters.ts';
import {type ModelFlag, type ModelParameters, modelParameters} from '../commands/model-parameters.ts';
import type {Device, Reply} from './device.ts';

export type Capabilities = {
	/** Null: the firmware doesn't know the command. */
	readonly device: DeviceType | null;
	readonly model: ModelParameters | null;
	readonly font: FontParameters | null;
	readonly paperDots: number;
	readonly charsPerLine: number;
	/** Bytes of the longest command that the device takes. */
	readonly maxCommandBytes: number;
	has(flag: ModelFlag): boolean;
};

/** Dots and font 1 characters by the model number of FCh (register-protocol §8, §13.3). */
const widths: Readonly<Record<number, {readonly dots: number; readonly chars: number}>> = {
	22: {dots: 432, chars: 42},
	50: {dots: 600, chars: 50},
	250: {dots: 576, chars: 48},
	252: {dots: 320, chars: 32},
};
/** The narrowest known paper: what fits it fits any. */
const narrowest = {dots: 320, chars: 32};
const longestV1Command = 255;

export type AskCapabilities = () => Promise<Reply<Capabilities>>;

export function createCapabilities(device: Device): AskCapabilities {
	let known: {readonly opening: number; readonly answer: Capabilities} | null = null;
	return async () => {
		if (known !== null && known.opening === device.openings()) return {type: 'ok', answer: known.answer};
		const reply = await probe(device);
		if (reply.type !== 'ok') return reply;
		known = {opening: device.openings(), answer: reply.answer};
		if (reply.answer.has('linkV2')) device.offerV2();
		return reply;
	};
}

async function probe(device: Device): Promise<Reply<Capabilities>> {
	const type = orNull(await device.ask(deviceType()));
	if (type.type !== 'ok') return type;
	const model = orNull(await device.ask(modelParameters()));
	if (model.type !== 'ok') return model;
	const font = orNull(await device.ask(fontParameters(device.password)));
	if (font.type !== 'ok') return font;
	return {type: 'ok', answer: combine(type.answer, model.answer, font.answer)};
}

/** A refusal is knowledge too: the firmware has no such command. */
const orNull = <Answer>(reply: Reply<Answer>): Reply<Answer | null> =>
	reply.type === 'refused' ? {type: 'ok', answer: null} : reply;

function combine(
	device: DeviceType | null,
	model: ModelParameters | null,
	font: FontParameters | null,
): Capabilities {
	const usual = widths[device?.model ?? -1] ?? narrowest;
	return {
		device,
		model,
		font,
		paperDots: font?.paperDots || usual.dots,
		charsPerLine: model?.font1Chars || usual.chars,
		maxCommandBytes: model?.maxCommandBytes || longestV1Command,
		has: (flag) => model?.flags.has(flag) ?? false,
	};
}
