package com.socialflow.workers.inspect;

import com.socialflow.workers.inspect.VideoFacts.Colour;
import com.socialflow.workers.inspect.VideoFacts.Transfer;
import org.jspecify.annotations.Nullable;

/** Puts together what the probes found. */
final class FactSheet {

    private static final FrameRate FALLBACK_RATE = new FrameRate(25, 1);

    private final Headers headers;
    private final Headers.Stream video;
    private final Ends.Found ends;
    private final long sizeBytes;

    FactSheet(Headers headers, Headers.Stream video, Ends.Found ends, long sizeBytes) {
        this.headers = headers;
        this.video = video;
        this.ends = ends;
        this.sizeBytes = sizeBytes;
    }

    MediaFacts facts(boolean interlaced) {
        int width = video.number("width");
        int height = video.number("height");
        double aspect = video.pixelAspect();
        // Pixels are made square by stretching, never by throwing lines away.
        int squareWidth = aspect > 1 ? (int) Math.round(width * aspect) : width;
        int squareHeight = aspect < 1 ? (int) Math.round(height / aspect) : height;
        int rotation = video.rotation();
        boolean turned = rotation % 180 != 0;
        var average = FrameRate.parse(video.text("avg_frame_rate"));
        var base = FrameRate.parse(video.text("r_frame_rate"));
        var picture = new VideoFacts(
                video.index(),
                video.text("codec_name"),
                width,
                height,
                turned ? squareHeight : squareWidth,
                turned ? squareWidth : squareHeight,
                rotation,
                video.text("pix_fmt"),
                colour(),
                interlaced,
                average.or(() -> base).orElse(FALLBACK_RATE),
                base.or(() -> average).orElse(FALLBACK_RATE),
                ends.videoStart() - headers.startSeconds(),
                ends.videoEnd() - headers.startSeconds());
        return new MediaFacts(headers.container(), sizeBytes, headers.startSeconds(), picture, sound());
    }

    private @Nullable AudioFacts sound() {
        var audio = headers.audio();
        if (audio == null || Double.isNaN(ends.audioEnd())) return null;
        return new AudioFacts(
                audio.index(),
                audio.text("codec_name"),
                audio.integer("sample_rate"),
                audio.number("channels"),
                ends.audioStart() - headers.startSeconds(),
                ends.audioEnd() - headers.startSeconds());
    }

    private Colour colour() {
        var transfer = switch (video.text("color_transfer")) {
            case "smpte2084" -> Transfer.PQ;
            case "arib-std-b67" -> Transfer.HLG;
            default -> Transfer.SDR;
        };
        var matrix = video.text("color_space");
        boolean full =
                video.text("color_range").equals("pc") || video.text("pix_fmt").startsWith("yuvj");
        return new Colour(matrix.isEmpty() ? "unknown" : matrix, transfer, full);
    }
}
