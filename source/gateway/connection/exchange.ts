// Carries one call to the gateway and its whole answer back, over the warm connection where there is one.
import type {FaultAnswer, RequestLimits} from '../../engine/ports.ts';
import type {Call, Stamp, WireAnswer} from '../dialects/dialect.ts';
import {bodyOf, readWithin} from './answer-body.ts';
import type {Link} from './link.ts';
import {linkFault, timeFault} from './link-fault.ts';
import type {Links} from './links.ts';

export type ExchangeOptions = {
	readonly links: Links;
	/** `host:port`, for people. */
	readonly where: string;
	readonly stamp: () => Stamp;
};

export type Exchange = (call: Call, limits: RequestLimits) => Promise<WireAnswer | FaultAnswer>;

type Sent = WireAnswer | (FaultAnswer & {readonly isKeptDeath: boolean});

/** Makes the exchange. Every end is an answer; a time limit or an abort is a fault of kind `timeout`. */
export function createExchange({links, where, stamp}: ExchangeOptions): Exchange {
	let hasAnswered = false;

	async function send(link: Link, call: Call, signal: AbortSignal): Promise<Sent> {
		const stamped = stamp();
		const bytesBefore = link.answerBytes;
		let hasAnswerBegun = false;
		try {
			const response = await link.client.request({...call(stamped), method: 'POST', signal});
			hasAnswerBegun = true;
			const bytes = await readWithin(response.body);
			hasAnswered = true;
			links.giveBack(link, bytes !== null);
			return {
				type: 'answer',
				httpStatus: response.statusCode,
				body: bodyOf(bytes, only(response.headers['content-type'])),
				location: isRedirect(response.statusCode) ? only(response.headers['location']) : null,
				stampedMs: stamped.timeMs,
			};
		} catch (error) {
			const hasBytes = link.answerBytes > bytesBefore;
			const stage = link.dialled?.stage ?? 'dns';
			links.giveBack(link, false);
			if (signal.reason === timeIsUp) {
				return {type: 'fault', fault: timeFault(stage, hasAnswerBegun, where), isKeptDeath: false};
			}
			if (signal.aborted || links.isClosed) {
				return {type: 'fault', fault: {kind: 'timeout', code: 'ABORTED', detail: where}, isKeptDeath: false};
			}
			const {dialled} = link;
			const fault = linkFault({
				dialled,
				error,
				where,
				hasAnswerBegun: hasBytes,
				hasAnsweredBefore: hasAnswered,
			});
			return {type: 'fault', fault, isKeptDeath: link.isKept && !hasBytes};
		}
	}

	return async (call, limits) => {
		const timer = new AbortController();
		const timeout = setTimeout(() => timer.abort(timeIsUp), limits.timeoutMs);
		const signal = limits.signal ? AbortSignal.any([timer.signal, limits.signal]) : timer.signal;
		try {
			const first = await send(await links.take(), call, signal);
			// A server may close a kept connection in the very moment of our request. Nothing of it was answered, and every
			// operation is idempotent, so it goes once more, with a new stamp, over a connection that is surely new.
			if (first.type === 'answer' || !first.isKeptDeath) return first;
			return await send(await links.fresh(), call, signal);
		} finally {
			clearTimeout(timeout);
		}
	};
}

const timeIsUp = Symbol('time is up');

const only = (header: string | string[] | undefined): string =>
	(Array.isArray(header) ? header[0] : header) ?? '';

const isRedirect = (status: number): boolean => status >= 300 && status < 400;
