// In English: what the program says about the payment gateway.
import type {GatewayWording} from '../gateway.ts';
import {gatewayFaultsEn, otherFaultEn} from './gateway-faults.ts';
import {mapProblemEn} from './gateway-map.ts';

const day = (iso: string): string => iso.slice(0, 10);
const beside = (found: readonly string[]): string =>
	found.length === 0 ? 'There is no other .pfx in the folder.' : `In the folder lie: ${found.join(', ')}.`;

export const gatewayEn: GatewayWording = {
	faults: gatewayFaultsEn,
	otherFault: otherFaultEn,
	safe: {
		connect: 'This says nothing about the money: the till asks again by itself.',
		tls: 'This says nothing about the money: the till asks again by itself.',
		timeout: 'This says nothing about the money: the till asks again by itself.',
		http: 'This says nothing about the money: the till asks again by itself.',
		body: 'This says nothing about the money: the till asks again by itself.',
		identity: 'On such an answer no receipt is closed and nothing is called off.',
	},
	links: {
		dns: "server's name (DNS)",
		tcp: 'connection to the server',
		tls: "connection's protection (TLS), server's certificate",
		certificate: "till's certificate",
		service: "gateway's service",
		signature: 'signature and agent key',
		clock: 'clock',
		answer: "gateway's answer",
	},
	certificateFaults: {
		MISSING: ({file, found}) => [
			`The certificate ${file} is not in the till's folder. ${beside(found)}`,
			'Put the file that the payment system gave you there; its name is the PosId.',
		],
		UNREADABLE: ({cause}) => [
			`The certificate's file can't be read (${cause}).`,
			"Check the file's permissions: whoever runs the till has to be able to read it.",
		],
		WRONG_PASSWORD: () => [
			"The certificate's password is wrong.",
			'Enter CertificatePassword again; capitals and keyboard layout matter.',
		],
		NOT_PKCS12: () => [
			"The certificate's file is not PKCS#12 (.pfx), or it is broken.",
			'Get the file from the payment system again; another file renamed to .pfx will not do.',
		],
		NO_KEY: () => [
			"The certificate's file has no private key.",
			'Ask for a file with the key: when exporting from Windows, tick “export the private key”.',
		],
		SEVERAL_KEYS: ({count}) => [
			`The certificate's file has ${count} keys, and one is needed.`,
			'Ask for a file with one key and its certificate.',
		],
		NO_CERTIFICATE: () => [
			'The file has a key, but no certificate that belongs to it.',
			'Ask for the file again: the key together with its certificate.',
		],
		TOO_WEAK: () => [
			'The certificate is out of date: a short key or an old signature, TLS will not take it.',
			'Ask the payment system for a new one (RSA of 2048 bits or more, SHA-256).',
		],
		EXPIRED: ({validFrom, validTo}) => [
			`The certificate has expired: it was valid ${day(validFrom)} – ${day(validTo)}.`,
			"Ask the payment system for a new one. If the till's date is wrong, set it.",
		],
		NOT_YET_VALID: ({validFrom, validTo}) => [
			`The certificate is not valid yet: ${day(validFrom)} – ${day(validTo)}.`,
			"Check the till's date.",
		],
	},
	certificateSafe: 'Nothing was sent to the gateway.',
	certificateWarnings: {
		OTHER_CN: ({subjectCn, posId}) => [
			subjectCn === ''
				? `The certificate bears no name, and the POS number is ${posId}.`
				: `The certificate is for ${subjectCn}, and the POS number is ${posId}.`,
			'The gateway may refuse it: check that it is the right file.',
		],
		EXPIRES_SOON: ({validTo, daysLeft}) => [
			`The certificate ends on ${day(validTo)}, days left: ${daysLeft}.`,
			'Ask the payment system for a new one in good time.',
		],
	},
	qrRefusals: {
		empty: 'the gateway gave no QR code',
		characters: 'the QR code has characters that do not belong there',
		length: 'the QR code is longer than 512 bytes',
		scheme: 'the QR code is no payment link of this system',
		form: 'the link in the QR code is malformed',
		'user-info': "the QR code's link has somebody's name before its address",
		port: "the QR code's link has a port",
		repeated: "a parameter of the QR code's link is given twice",
		host: "the QR code's link does not lead to qr.nspk.ru",
		'crc-form': "the QR code's checksum is written wrongly",
		crc: "the QR code's checksum does not fit",
		currency: "the QR code's currency is not rubles",
		sum: "the QR code's sum is not the receipt's",
	},
	mapProblem: mapProblemEn,
};
