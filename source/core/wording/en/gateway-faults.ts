// In English: what has happened to the gateway, and what to do.
import type {GatewayWording} from '../gateway.ts';
import {clockTimes} from '../gateway-describe.ts';

const network = "Check the till's network: cable, Wi-Fi, router.";
const waitOrSupport = 'If it goes on, call the payment system.';
const showAdmin = 'Show this to the admin.';
const addressWrong = 'Check ServerUrl and ServicePath in the settings.';
const askVendor = 'Ask the payment system whether it has changed the form of its answers.';
const otherAnswer = 'Repeat nothing by hand; call the payment system.';

export const gatewayFaultsEn: GatewayWording['faults'] = {
	ENOTFOUND: (where) => [`The server's name was not found: ${where}.`, `${network} ${addressWrong}`],
	EAI_AGAIN: (where) => [`The name service (DNS) has no answer for ${where}.`, network],
	DNS_TIMEOUT: (where) => [`The name service (DNS) is silent about ${where}.`, network],
	ECONNREFUSED: (where) => [
		`The server ${where} takes no connections.`,
		`${addressWrong} If the address is right, the server is down: call the payment system.`,
	],
	EHOSTUNREACH: (where) => [`There is no way to the server ${where}.`, network],
	ENETUNREACH: (where) => [`The till has no network, ${where} is out of reach.`, network],
	CONNECT_FAILED: (where) => [`Could not connect: ${where}.`, network],
	CONNECT_TIMEOUT: (where) => [
		`The server ${where} does not answer to a connection.`,
		`${network} A firewall may be closing the address.`,
	],
	ECONNRESET: (where) => [`The connection to ${where} was broken off.`, waitOrSupport],
	CLOSED: (where) => [`The server ${where} closed the connection without an answer.`, waitOrSupport],
	ANSWER_CUT: (where) => [
		`The answer of the server ${where} broke off in the middle.`,
		`${network} ${waitOrSupport}`,
	],
	SERVER_CERT_UNKNOWN_AUTHORITY: (where) => [
		`The certificate of the server ${where} is from an unknown authority.`,
		"Get the authority's file from the payment system and name it in till.json (gateway.caFile). On a foreign network somebody may be in between.",
	],
	SERVER_CERT_EXPIRED: (where) => [
		`The certificate of the server ${where} has expired.`,
		"Check the till's date. If it is right, call the payment system.",
	],
	SERVER_CERT_NOT_YET_VALID: (where) => [
		`The certificate of the server ${where} is not valid yet.`,
		"Check the till's date and time.",
	],
	SERVER_CERT_NAME: (where) => [
		`The server's certificate is for another name than ${where}.`,
		`${addressWrong} If the address is right, somebody may be in between: show this to the admin.`,
	],
	SERVER_CERT_BAD: (where) => [`The server's certificate failed the check: ${where}.`, showAdmin],
	CA_FILE: () => [
		"The authority's file (gateway.caFile) can't be read: it holds no PEM certificates.",
		'Get the file from the payment system again.',
	],
	TLS_PROTOCOL: (where) => [
		`The server does not speak proper TLS: ${where}.`,
		`${addressWrong} Often it is a port without https, or a proxy.`,
	],
	TLS_VERSION: (where) => [
		`The till and the server ${where} share no version of TLS (1.2 or 1.3 is needed).`,
		'Call the payment system.',
	],
	TLS_CLOSED: (where) => [
		`The server ${where} closed the connection in the middle of the TLS handshake.`,
		`A firewall or a proxy may be in the way. ${waitOrSupport}`,
	],
	TLS_TIMEOUT: (where) => [
		`The server ${where} did not finish the TLS handshake.`,
		`${network} A firewall or a proxy may be in the way.`,
	],
	CLIENT_CERT_REFUSED: (where) => [
		`The server ${where} closed the connection right after the handshake: most likely it did not accept the till's certificate.`,
		"Check the certificate's dates and POS number; ask the payment system whether it is still good.",
	],
	CERT: (said) => [
		`The gateway refused the certificate: it is not for this POS number${told(said)}.`,
		'Check that <POS>.pfx was made for the PosId of the settings.',
	],
	ANSWER_TIMEOUT: (where) => [
		`The server ${where} took the question and did not answer in time.`,
		waitOrSupport,
	],
	BODY_TIMEOUT: (where) => [`The server ${where} began to answer and did not finish in time.`, waitOrSupport],
	ABORTED: (where) => [`The till called off its question to ${where}.`, 'Nothing to do.'],
	CLOCK: (detail) => {
		const times = clockTimes(detail);
		return [
			times
				? `The clocks differ: ${times.gateway} at the gateway, ${times.till} at the till (UTC).`
				: 'The clocks of till and gateway are more than 5 minutes apart.',
			'Set the right date, time and time zone on the till.',
		];
	},
	NONCE: (said) => [`The gateway takes the question for a repeated one${told(said)}.`, waitOrSupport],
	SIGN: (said) => [`The gateway refused the signature${told(said)}.`, 'Check AgentKey in the settings.'],
	AGENT: (said) => [`The gateway does not know this agent${told(said)}.`, 'Check AgentId in the settings.'],
	NOT_FOUND: (said) => [`The gateway does not know this order${told(said)}.`, waitOrSupport],
	GATEWAY_CODE: (said) => [`The gateway answered with error ${said}.`, waitOrSupport],
	NO_OPERATION: (name) => [
		`The dialect's map has no operation ${name}: this gateway can't do it.`,
		'If it can, add it to the map (settings/dialects/wcf-json.json).',
	],
	NOT_HTTP: (where) => [`The server ${where} did not answer in HTTP.`, addressWrong],
	HTTP_3XX: (to, status) => [
		`The server points to another address (HTTP ${status})${told(to)}; the till does not go there.`,
		addressWrong,
	],
	HTTP_401: (said) => [
		`The gateway did not recognise the till (HTTP 401)${told(said)}.`,
		'Check the agent number, the agent key and the certificate.',
	],
	HTTP_403: (said) => [
		`The server does not let the till in (HTTP 403)${told(said)}.`,
		'Often this is about the certificate: check it, and call the payment system.',
	],
	HTTP_404: (said) => [`There is no service at this address (HTTP 404)${told(said)}.`, addressWrong],
	HTTP_407: (said) => [
		`A proxy in the network wants a login (HTTP 407)${told(said)}.`,
		'The till needs a direct way to the server: tell whoever runs the network.',
	],
	HTTP_429: (said) => [
		`The gateway wants to be asked less often (HTTP 429)${told(said)}.`,
		'Wait a minute. If it goes on, raise pollIntervalS.',
	],
	HTTP_4XX: (said, status) => [`The gateway refused (HTTP ${status})${told(said)}.`, waitOrSupport],
	HTTP_5XX: (said, status) => [
		`The gateway has a failure of its own (HTTP ${status})${told(said)}.`,
		waitOrSupport,
	],
	HTTP_OTHER: (said, status) => [`An unexpected answer, HTTP ${status}${told(said)}.`, waitOrSupport],
	HTML: () => [
		'A web page answered instead of the gateway: a proxy, a network login, or a wrong address.',
		`Open any site on this machine: does the network ask for a login? ${addressWrong}`,
	],
	CONTENT_TYPE: (type) => [
		`The gateway's answer is not application/json: ${type}.`,
		`${addressWrong} ${askVendor}`,
	],
	TOO_LONG: () => ["The gateway's answer is longer than 64 KiB.", askVendor],
	NOT_JSON: () => ["The gateway's answer can't be read: it is not JSON.", askVendor],
	MISSING_FIELD: (field) => [`The gateway's answer lacks the field ${field}.`, askVendor],
	BAD_FIELD: (field) => [`The gateway's answer has a wrong field ${field}.`, askVendor],
	UNKNOWN_STATUS: (field) => [`The gateway named a state that the till does not know: ${field}.`, askVendor],
	OTHER_ORDER: (orderId) => [`The gateway answered about another order: ${orderId}.`, otherAnswer],
	OTHER_AMOUNT: (kopecks) => [`The gateway named another amount: ${kopecks} kopecks.`, otherAnswer],
	OTHER_CURRENCY: (currency) => [`The gateway named another currency: ${currency}.`, otherAnswer],
	OTHER_SYSTEM: (system) => [`The gateway named another payment system: ${system}.`, otherAnswer],
};

export const otherFaultEn: GatewayWording['otherFault'] = (code, detail) => [
	`The gateway did not answer as it should: ${code}${told(detail)}.`,
	waitOrSupport,
];

/** What the other side said of it, where it said anything. */
function told(detail: string): string {
	return detail === '' ? '' : `: ${detail}`;
}
