package com.socialflow.workers.encode;

import static com.socialflow.core.Require.require;

import com.socialflow.workers.inspect.VideoFacts;
import java.util.Locale;

/**
 * Small pictures of a video at even distances, in one image, for seeking by sight.
 *
 * @param tiles how many pictures
 * @param columns pictures side by side
 * @param tileWidth pixels
 * @param tileHeight pixels
 * @param intervalSeconds from one picture to the next
 */
record Storyboard(int tiles, int columns, int tileWidth, int tileHeight, int intervalSeconds) {

    /** An image of a hundred pictures is one request of some 200 kB. */
    private static final int TILES_MAX = 100;

    private static final int COLUMNS_MAX = 10;

    /** The long side of a picture, in pixels. */
    private static final int TILE_SIDE = 160;

    /** Pictures closer to one another would look the same. */
    private static final int INTERVAL_SECONDS_MIN = 2;

    Storyboard {
        require(tiles > 0 && tiles <= TILES_MAX, "%d tiles", tiles);
    }

    static Storyboard of(VideoFacts video, double durationSeconds) {
        int interval = Math.max(INTERVAL_SECONDS_MIN, (int) Math.ceil(durationSeconds / TILES_MAX));
        int tiles = Math.clamp((int) Math.ceil(durationSeconds / interval), 1, TILES_MAX);
        double scale = (double) TILE_SIDE / video.longSide();
        return new Storyboard(
                tiles,
                Math.min(tiles, COLUMNS_MAX),
                Math.max(2, (int) Math.round(video.width() * scale / 2) * 2),
                Math.max(2, (int) Math.round(video.height() * scale / 2) * 2),
                interval);
    }

    int rows() {
        return (tiles + columns - 1) / columns;
    }

    /** WebVTT whose cues name regions of the image (Media Fragments URI, 4.2.2). */
    String track(String image, double durationSeconds) {
        var text = new StringBuilder("WEBVTT\n");
        for (int tile = 0; tile < tiles; tile++) {
            double end = tile == tiles - 1 ? durationSeconds : (tile + 1.0) * intervalSeconds;
            text.append(String.format(
                    Locale.ROOT,
                    "%n%s --> %s%n%s#xywh=%d,%d,%d,%d%n",
                    time((double) tile * intervalSeconds),
                    time(end),
                    image,
                    tile % columns * tileWidth,
                    tile / columns * tileHeight,
                    tileWidth,
                    tileHeight));
        }
        return text.toString();
    }

    private static String time(double seconds) {
        long millis = Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
