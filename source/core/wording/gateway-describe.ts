// Picks the sentences for a trouble of the gateway; the languages hold the sentences alone.
import type {GatewayFault} from '../fault.ts';
import type {
	CertificateFault,
	CertificateWarning,
	GatewayWording,
	GatewayWords,
	QrRefusal,
} from './gateway.ts';
import {gatewayLinkOf, listedCode} from './gateway-links.ts';

function wordsOf(fault: GatewayFault, wording: GatewayWording): readonly [happened: string, todo: string] {
	const code = listedCode(fault.code);
	if (code === null) return wording.otherFault(fault.code, fault.detail);
	return wording.faults[code](fault.detail, fault.code.replace('HTTP_', ''));
}

/** A fault of the gateway in full: what happened, what is safe, what to do, and which link broke. */
export function describeGatewayFault(
	fault: GatewayFault,
	wording: GatewayWording,
): GatewayWords & {readonly link: string} {
	const [happened, todo] = wordsOf(fault, wording);
	return {link: wording.links[gatewayLinkOf(fault)], happened, safe: wording.safe[fault.kind], todo};
}

/** A fault in one sentence, for the log. */
export const gatewayFaultLine = (fault: GatewayFault, wording: GatewayWording): string =>
	wordsOf(fault, wording)[0];

/** A certificate's fault in full. */
export function describeCertificateFault(fault: CertificateFault, wording: GatewayWording): GatewayWords {
	const describe = wording.certificateFaults[fault.code] as (
		trouble: CertificateFault,
	) => readonly [string, string];
	const [happened, todo] = describe(fault);
	return {happened, safe: wording.certificateSafe, todo};
}

/** What is odd about a certificate, and what to do about it. */
export function describeCertificateWarning(
	warning: CertificateWarning,
	wording: GatewayWording,
): readonly [odd: string, todo: string] {
	const describe = wording.certificateWarnings[warning.code] as (
		trouble: CertificateWarning,
	) => readonly [string, string];
	return describe(warning);
}

/** Why a QR was refused, in words; the reason itself where it is none of ours. */
export const describeQrRefusal = (reason: string, wording: GatewayWording): string =>
	Object.hasOwn(wording.qrRefusals, reason) ? wording.qrRefusals[reason as QrRefusal] : reason;

/** The two times of a `CLOCK` fault: `2026-01-31 09:10:00`, UTC; null where only the till's is known. */
export function clockTimes(detail: string): {readonly gateway: string; readonly till: string} | null {
	const [, gateway, till] = /^gateway (\S+)Z \/ till (\S+)Z$/.exec(detail) ?? [];
	return gateway && till ? {gateway: gateway.replace('T', ' '), till: till.replace('T', ' ')} : null;
}
