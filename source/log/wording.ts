// The live log's sentences in the language asked for.
import {
	type GatewayWording,
	gatewayEn,
	gatewayRu,
	type Language,
	type TailWording,
	tailEn,
	tailRu,
} from '../core/index.ts';

/** What the log adds to the words of events. */
export const tailWording = (language: Language): TailWording => (language === 'ru' ? tailRu : tailEn);

/** The names of the links to the gateway. */
export const linkNames = (language: Language): GatewayWording['links'] =>
	(language === 'ru' ? gatewayRu : gatewayEn).links;
