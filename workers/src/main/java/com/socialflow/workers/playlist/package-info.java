/** Writes HLS playlists and DASH manifests over the same segments. */
@NullMarked
package com.socialflow.workers.playlist;

import org.jspecify.annotations.NullMarked;
