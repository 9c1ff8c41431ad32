// The door of the gateway room.
export type {ClientCertificate, OpenedCertificate} from './certificate/certificate.ts';
export {type CertificatePlace, openCertificate, openCertificateFile} from './certificate/open.ts';
export {type CaFile, complainOfSystemRoots, readCaPem} from './connection/trust.ts';
export type {Dialect} from './dialects/dialect.ts';
export {qpg1} from './dialects/qpg1/qpg1.ts';
export {type LoadedMap, loadWcfMap} from './dialects/wcf-json/load-map.ts';
export type {WcfMap} from './dialects/wcf-json/map.ts';
export {wcfJson} from './dialects/wcf-json/wcf-json.ts';
export {createGateway} from './gateway.ts';
export type {GatewayOptions} from './options.ts';
export {type ProbeOptions, type ProbeStep, probeGateway, probeSteps} from './probe.ts';
export {checkQr, type QrToCheck, type QrVerdict} from './qr-check.ts';
