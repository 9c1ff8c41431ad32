// All sentences that people read, in both languages, by room.

export type {CliWording} from './cli.ts';
export type * from './console.ts';
export * from './describe-console.ts';
export * from './describe-end.ts';
export * from './describe-event.ts';
export {cliEn} from './en/cli.ts';
export {gatewayEn} from './en/gateway.ts';
export {helpEn} from './en/help.ts';
export {qrEn} from './en/qr.ts';
export {registerEn} from './en/register.ts';
export type * from './gateway.ts';
export * from './gateway-describe.ts';
export {type GatewayFaultCode, type GatewayLink, gatewayLinkOf} from './gateway-links.ts';
export type {HelpPage, HelpWording} from './help.ts';
export * from './language.ts';
export type * from './payment.ts';
export type {QrWording} from './qr.ts';
export type * from './register.ts';
export {cliRu} from './ru/cli.ts';
export {gatewayRu} from './ru/gateway.ts';
export {helpRu} from './ru/help.ts';
export {qrRu} from './ru/qr.ts';
export {registerRu} from './ru/register.ts';
export {settingsEn} from './en/settings.ts';
export {settingsRu} from './ru/settings.ts';
export * from './settings.ts';
