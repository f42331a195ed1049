/** Of a picture for sharing, in pixels: the ratio that services cut pictures of links to. */
export const sharedWidth = 1200
export const sharedHeight = 630
