// The settings' sentences in the language of the moment.
import {type Language, type SettingsWording, settingsEn, settingsRu} from '../core/index.ts';

export const settingsWords = (language: Language): SettingsWording =>
	language === 'en' ? settingsEn : settingsRu;
