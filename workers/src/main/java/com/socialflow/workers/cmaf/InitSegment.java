package com.socialflow.workers.cmaf;

import static com.socialflow.core.Require.require;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The header of a rendition: what a player needs before any segment.
 *
 * @param bytes as stored
 * @param timescale ticks a second of its segments
 * @param codecs as RFC 6381 names them, read from the decoder configuration: {@code avc1.64001f}, {@code mp4a.40.2}
 * @param width pixels; 0 for sound
 * @param height pixels; 0 for sound
 * @param configuration the decoder configuration record, for {@link #fits}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by equals below, and never changed
public record InitSegment(byte[] bytes, int timescale, String codecs, int width, int height, byte[] configuration) {

    /** Fields of a sample entry of pictures before its boxes (ISO/IEC 14496-12, 12.1.3). */
    private static final int VISUAL_ENTRY_BYTES = 78;

    /** Fields of a sample entry of sound before its boxes (12.2.3). */
    private static final int AUDIO_ENTRY_BYTES = 28;

    /** Entry count of {@code stsd}, after version and flags. */
    private static final int STSD_SKIPPED = 8;

    public InitSegment {
        require(timescale > 0, "no clock");
    }

    /**
     * Reads {@code ftyp} and {@code moov} of one track.
     *
     * @throws MalformedException when they are something else
     */
    public static InitSegment parse(byte[] bytes) {
        try {
            return read(bytes);
        } catch (IndexOutOfBoundsException e) {
            throw new MalformedException("a header is cut off");
        }
    }

    private static InitSegment read(byte[] bytes) {
        var data = ByteBuffer.wrap(bytes);
        var boxes = Box.between(data, 0, bytes.length);
        var moov = Box.find(boxes, "moov").orElseThrow(() -> new MalformedException("no moov"));
        var mdia = moov.path("trak", "mdia");
        var mdhd = mdia.path("mdhd");
        int timescale = data.getInt(mdhd.start() + Box.FULL_HEADER_BYTES + (mdhd.version() == 1 ? 16 : 8));
        var entries = mdia.path("minf", "stbl", "stsd").childrenAfter(STSD_SKIPPED);
        if (entries.size() != 1) throw new MalformedException(entries.size() + " sample entries");
        var entry = entries.getFirst();
        return switch (entry.type()) {
            case "avc1" -> picture(bytes, timescale, entry);
            case "mp4a" -> sound(bytes, timescale, entry);
            default -> throw new MalformedException("a sample entry " + entry.type());
        };
    }

    /** Whether segments made for the other init segment play with this one. */
    public boolean fits(InitSegment other) {
        return timescale == other.timescale
                && width == other.width
                && height == other.height
                && Arrays.equals(configuration, other.configuration);
    }

    private static InitSegment picture(byte[] bytes, int timescale, Box entry) {
        int width = Short.toUnsignedInt(entry.data().getShort(entry.start() + Box.HEADER_BYTES + 24));
        int height = Short.toUnsignedInt(entry.data().getShort(entry.start() + Box.HEADER_BYTES + 26));
        var avcC = box(entry.childrenAfter(VISUAL_ENTRY_BYTES), "avcC").contentAfter(0);
        if (avcC.length < 7) throw new MalformedException("avcC is too short");
        // ISO/IEC 14496-15, 5.3.3.1.2: profile, constraints and level follow the version.
        var codecs = "avc1." + HexFormat.of().formatHex(avcC, 1, 4);
        return new InitSegment(bytes, timescale, codecs, width, height, avcC);
    }

    private static InitSegment sound(byte[] bytes, int timescale, Box entry) {
        var esds = box(entry.childrenAfter(AUDIO_ENTRY_BYTES), "esds").contentAfter(4);
        return new InitSegment(bytes, timescale, "mp4a.40." + Esds.audioObjectType(esds), 0, 0, esds);
    }

    private static Box box(List<Box> boxes, String type) {
        return Box.find(boxes, type).orElseThrow(() -> new MalformedException("no " + type));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InitSegment init && Arrays.equals(bytes, init.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "InitSegment[" + codecs + ", " + width + "x" + height + "]";
    }
}
