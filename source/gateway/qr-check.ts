// The check of a QR's text before anybody sees it: a wrong link would send the customer's money elsewhere.
// The text is judged as it stands, never through a URL parser: those drop `:443`, tabs and newlines, and see other hosts.
import type {PaymentSystem, QrRefusal} from '../core/index.ts';
import {crc16} from './crc16.ts';

export type QrToCheck = {
	readonly payload: string;
	readonly system: PaymentSystem;
	readonly amountKopecks: number;
	/** A gateway on loopback (sandbox) may give СБП links under `.example`. */
	readonly isLoopbackGateway: boolean;
};

export type QrVerdict = {readonly ok: true} | {readonly ok: false; readonly reason: QrRefusal};

const maxBytes = 512;

/** Judges the text of a payment QR (contracts: gateway, «Dialect `qpg1`», last point). Pure. */
export function checkQr(qr: QrToCheck): QrVerdict {
	const reason = refusalOf(qr);
	return reason === null ? {ok: true} : {ok: false, reason};
}

function refusalOf({payload, system, amountKopecks, isLoopbackGateway}: QrToCheck): QrRefusal | null {
	if (payload === '') return 'empty';
	if (!/^[\x20-\x7e]*$/.test(payload)) return 'characters';
	if (payload.length > maxBytes) return 'length';
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(payload)?.[1]?.toLowerCase();
	const isHttps = scheme === 'https';
	const isWeChat = scheme === 'weixin' || scheme === 'wxp';
	if (!isHttps && (system === 'sbp' || !isWeChat)) return 'scheme';

	const link = /^[a-z]+:\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(#.*)?$/i.exec(payload);
	if (!link?.[1] || /[\s\\]/.test(payload)) return 'form';
	const [, authority, , query = '', fragment] = link;
	if (isHttps) {
		const refusal = refusalOfAuthority(authority);
		if (refusal !== null) return refusal;
	}
	if (system === 'sbp' && !isSbpHost(authority, isLoopbackGateway)) return 'host';

	const parameters = new Map<string, string>();
	for (const part of query.split('&').filter((piece) => piece !== '')) {
		const [, name = '', value = ''] = /^([^=]*)=?(.*)$/.exec(part) ?? [];
		if (parameters.has(plain(name))) return 'repeated';
		parameters.set(plain(name), value);
	}
	return system === 'sbp' ? refusalOfSbp(payload, parameters, fragment, amountKopecks) : null;
}

function refusalOfAuthority(authority: string): QrRefusal | null {
	if (authority.includes('@')) return 'user-info';
	if (authority.includes(':')) return 'port';
	return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.?$/i.test(authority) ? null : 'form';
}

function isSbpHost(authority: string, isLoopbackGateway: boolean): boolean {
	const host = authority.toLowerCase();
	return host === 'qr.nspk.ru' || (isLoopbackGateway && /[^.]\.example$/.test(host));
}

function refusalOfSbp(
	payload: string,
	parameters: ReadonlyMap<string, string>,
	fragment: string | undefined,
	amountKopecks: number,
): QrRefusal | null {
	// The CRC covers all before it, so it is worth something only where nothing stands after it; and it counts wherever it
	// stands: a link that lost its `?` has no parameters at all.
	const hasCrc = parameters.has('crc') || payload.includes('&crc=');
	if (fragment !== undefined) return hasCrc ? 'crc-form' : 'form';
	if (hasCrc) {
		const signed = /^(.*)&crc=([0-9A-F]{4})$/.exec(payload);
		if (!signed?.[1] || !signed[2]) return 'crc-form';
		if (crc16(signed[1]) !== Number.parseInt(signed[2], 16)) return 'crc';
	}
	const currency = parameters.get('cur');
	if (currency !== undefined && currency !== 'RUB') return 'currency';
	const sum = parameters.get('sum');
	// Compared as text: a number parser would take `1e4`, `+10000` and `010000` for the ordered sum.
	if (sum !== undefined && sum !== String(amountKopecks)) return 'sum';
	return null;
}

/** A name without its escapes, so that `s%75m` is not a second `sum` in disguise. */
function plain(name: string): string {
	return name.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
