// The four control bytes of link v1, and the frame (register-protocol §1.1).
import {joinBytes} from '../wire/bytes.ts';

/** Host: «what are you doing?» */
export const ENQ = 0x05;
/** Host: the answer is taken. Register: I have an answer (to ENQ), the command is taken (to a frame). */
export const ACK = 0x06;
/** Host: the answer came garbled. Register: ready for a command (to ENQ), not taken (to a frame or noise). */
export const NAK = 0x15;
/** First byte of a frame, both ways. */
export const STX = 0x02;
/** Sent by a register after our ACK over RNDIS and TCP; means nothing and is skipped wherever a control byte is due. */
export const FILLER = 0xff;

/** XOR of the length and the payload; STX is not in it. */
export const lrcOf = (payload: Uint8Array): number =>
	payload.reduce((sum, byte) => sum ^ byte, payload.length);

/** `STX LEN PAYLOAD LRC`. A payload is 1 … 255 bytes. */
export function encodeFrame(payload: Uint8Array): Uint8Array {
	if (payload.length < 1 || payload.length > 255)
		throw new RangeError(`a frame of link v1 holds 1…255 bytes, not ${payload.length}`);
	return joinBytes(STX, payload.length, payload, lrcOf(payload));
}
