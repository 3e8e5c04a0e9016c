package com.socialflow.workers.encode;

import com.socialflow.workers.inspect.VideoFacts;
import com.socialflow.workers.inspect.VideoFacts.Transfer;
import java.util.Set;

/** The filters that bring a source's colours to BT.709 in limited range, which every player shows right. */
final class Colours {

    /** What sources that do not say mean, by custom: BT.601 up to this many lines, BT.709 above. */
    private static final int SD_LINES_MAX = 576;

    private static final Set<String> MATRICES = Set.of("smpte170m", "bt470bg", "fcc", "smpte240m", "bt2020nc");

    /** The nominal brightness of diffuse white, in candela per square metre (ITU-R BT.2408 puts it at 203). */
    private static final int WHITE = 203;

    /** From here on, averaging the source's pixels looks as good as bicubic weights, and costs half. */
    private static final int SHRINK_MUCH = 2;

    private static final String TAGS =
            ",setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709:field_mode=prog";

    private Colours() {}

    /** Scales to a size and to 8-bit BT.709. The first filter after decoding, so that all others work on less. */
    static String scaled(VideoFacts video, int width, int height) {
        if (video.colour().transfer() != Transfer.SDR) return toneMapped(video, width, height) + TAGS;
        var scale = scale(video, width, height);
        var in = inMatrix(video);
        boolean asIs = in.equals("bt709")
                && !video.colour().full()
                && video.pixelFormat().equals("yuv420p");
        if (!asIs) {
            scale += ":in_range=" + (video.colour().full() ? "pc" : "auto") + ":out_range=tv:out_color_matrix=bt709";
            scale += in.equals("rgb") ? "" : ":in_color_matrix=" + in;
        }
        return scale + ",format=yuv420p,setsar=1" + TAGS;
    }

    private static String scale(VideoFacts video, int width, int height) {
        boolean muchSmaller = video.shortSide() >= SHRINK_MUCH * Math.min(width, height);
        return "scale=" + width + ":" + height + (muchSmaller ? ":flags=area" : "");
    }

    private static String inMatrix(VideoFacts video) {
        var matrix = video.colour().matrix();
        if (video.pixelFormat().startsWith("rgb") || video.pixelFormat().startsWith("gbr") || matrix.equals("gbr")) {
            return "rgb";
        }
        if (matrix.equals("bt2020nc")) return "bt2020";
        if (MATRICES.contains(matrix)) return matrix;
        if (matrix.equals("bt709")) return matrix;
        return video.codedHeight() <= SD_LINES_MAX ? "smpte170m" : "bt709";
    }

    /**
     * High dynamic range to standard: smaller first, then linear light, tone mapping, BT.709.
     * (A rendition for screens that show HDR is another matter.)
     */
    private static String toneMapped(VideoFacts video, int width, int height) {
        var transfer = video.colour().transfer() == Transfer.PQ ? "smpte2084" : "arib-std-b67";
        return scale(video, width, height) + ",format=yuv420p10le,setsar=1"
                + ",setparams=color_primaries=bt2020:color_trc=" + transfer + ":colorspace=bt2020nc:range="
                + (video.colour().full() ? "pc" : "tv")
                + ",zscale=transfer=linear:npl=" + WHITE
                + ",format=gbrpf32le,zscale=primaries=bt709,tonemap=tonemap=mobius:desat=0"
                + ",zscale=transfer=bt709:matrix=bt709:range=tv,format=yuv420p";
    }
}
