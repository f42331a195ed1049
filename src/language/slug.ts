export function slugOf(headline: string): string { return headline.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'text' }
