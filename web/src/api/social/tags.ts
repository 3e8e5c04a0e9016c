import { call } from '../call';
import type { Page } from '../types';
import type { TagFacts, TagSuggestion } from './types';

export function suggestTags(query: string, signal?: AbortSignal): Promise<Page<TagSuggestion>> {
  return call('GET', `/tags/suggestions?query=${encodeURIComponent(query)}`, signal ? { signal } : {});
}

/** Hashtags of these names are asked for with their sign: without it they are lists. */
const LISTS = new Set(['trending', 'suggestions']);

export function readTag(tag: string): Promise<TagFacts> {
  return call('GET', `/tags/${encodeURIComponent(LISTS.has(tag.toLowerCase()) ? `#${tag}` : tag)}`);
}

export function followTag(tag: string, on: boolean): Promise<void> {
  return call(on ? 'PUT' : 'DELETE', `/tags/${encodeURIComponent(tag)}/follow`);
}
