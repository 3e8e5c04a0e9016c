package com.socialflow.workers.cmaf;

import java.nio.ByteBuffer;

/**
 * One {@code moof} of one track, of which the {@code mdat} follows (ISO/IEC 14496-12, 8.8).
 *
 * @param moof its bytes
 * @param decodeTime when its first sample is decoded, in ticks
 * @param samples how many frames it holds
 * @param duration what its samples last together, in ticks
 * @param startsWithSync whether its first sample can be decoded without any before
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or changed
record Fragment(byte[] moof, long decodeTime, int samples, long duration, boolean startsWithSync) {

    private static final int TFHD_BASE_OFFSET = 0x1;
    private static final int TFHD_DESCRIPTION = 0x2;
    private static final int TFHD_DURATION = 0x8;
    private static final int TFHD_SIZE = 0x10;
    private static final int TFHD_FLAGS = 0x20;

    private static final int TRUN_DATA_OFFSET = 0x1;
    private static final int TRUN_FIRST_FLAGS = 0x4;
    private static final int TRUN_DURATION = 0x100;
    private static final int TRUN_SIZE = 0x200;
    private static final int TRUN_FLAGS = 0x400;
    private static final int TRUN_COMPOSITION = 0x800;

    /** Set in a sample's flags when others are needed to decode it. */
    private static final int NON_SYNC = 0x10000;

    /**
     * Reads a {@code moof}.
     *
     * @throws MalformedException when it is not one track's, with one run
     */
    static Fragment parse(byte[] moof) {
        try {
            return read(moof);
        } catch (IndexOutOfBoundsException e) {
            throw new MalformedException("a moof is cut off");
        }
    }

    private static Fragment read(byte[] moof) {
        var data = ByteBuffer.wrap(moof);
        var traf = Box.between(data, 0, moof.length).getFirst().path("traf");
        var tfhd = traf.path("tfhd");
        int at = tfhd.start() + Box.FULL_HEADER_BYTES + 4; // past the track's number
        int flags = tfhd.flags();
        at += (flags & TFHD_BASE_OFFSET) != 0 ? 8 : 0;
        at += (flags & TFHD_DESCRIPTION) != 0 ? 4 : 0;
        int defaultDuration = (flags & TFHD_DURATION) != 0 ? data.getInt(at) : 0;
        at += (flags & TFHD_DURATION) != 0 ? 4 : 0;
        at += (flags & TFHD_SIZE) != 0 ? 4 : 0;
        int defaultFlags = (flags & TFHD_FLAGS) != 0 ? data.getInt(at) : 0;

        var tfdt = traf.path("tfdt");
        if (tfdt.version() != 1) throw new MalformedException("tfdt of 32 bits");
        long decodeTime = data.getLong(tfdt.start() + Box.FULL_HEADER_BYTES);
        return run(moof, decodeTime, traf.path("trun"), defaultDuration, defaultFlags);
    }

    private static Fragment run(byte[] moof, long decodeTime, Box trun, int defaultDuration, int defaultFlags) {
        var data = trun.data();
        int flags = trun.flags();
        int at = trun.start() + Box.FULL_HEADER_BYTES;
        int samples = data.getInt(at);
        at += 4;
        at += (flags & TRUN_DATA_OFFSET) != 0 ? 4 : 0;
        int firstFlags = defaultFlags;
        if ((flags & TRUN_FIRST_FLAGS) != 0) {
            firstFlags = data.getInt(at);
            at += 4;
        } else if ((flags & TRUN_FLAGS) != 0) {
            int before = ((flags & TRUN_DURATION) != 0 ? 4 : 0) + ((flags & TRUN_SIZE) != 0 ? 4 : 0);
            firstFlags = data.getInt(at + before);
        }
        long duration = (long) samples * defaultDuration;
        if ((flags & TRUN_DURATION) != 0) {
            int each = 4 * Integer.bitCount(flags & (TRUN_DURATION | TRUN_SIZE | TRUN_FLAGS | TRUN_COMPOSITION));
            duration = 0;
            for (int sample = 0; sample < samples; sample++) {
                duration += Integer.toUnsignedLong(data.getInt(at + sample * each));
            }
        }
        if (samples <= 0 || duration <= 0) throw new MalformedException("a fragment without samples");
        return new Fragment(moof, decodeTime, samples, duration, (firstFlags & NON_SYNC) == 0);
    }

    /** The same with another number and time. The bytes are as many as before, so offsets in it still hold. */
    Fragment moved(int sequenceNumber, long newDecodeTime) {
        var bytes = moof.clone();
        var data = ByteBuffer.wrap(bytes);
        var box = Box.between(data, 0, bytes.length).getFirst();
        data.putInt(box.path("mfhd").start() + Box.FULL_HEADER_BYTES, sequenceNumber);
        data.putLong(box.path("traf", "tfdt").start() + Box.FULL_HEADER_BYTES, newDecodeTime);
        return new Fragment(bytes, newDecodeTime, samples, duration, startsWithSync);
    }

    long endTime() {
        return decodeTime + duration;
    }
}
