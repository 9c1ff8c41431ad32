// The tables of sentences that a page draws on.
import {
	doctorEn,
	doctorRu,
	gatewayEn,
	gatewayRu,
	journalEn,
	journalRu,
	type Language,
	registerEn,
	registerRu,
	settingsEn,
	settingsRu,
} from '../../core/index.ts';

const words = {
	ru: {doctor: doctorRu, gateway: gatewayRu, journal: journalRu, register: registerRu, settings: settingsRu},
	en: {doctor: doctorEn, gateway: gatewayEn, journal: journalEn, register: registerEn, settings: settingsEn},
};

export const wordsFor = (language: Language): (typeof words)[Language] => words[language];
