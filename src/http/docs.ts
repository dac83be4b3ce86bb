import type { Express } from "express";
export function addDocs(_app: Express, _parts: unknown): void {}
