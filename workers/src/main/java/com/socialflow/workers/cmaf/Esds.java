package com.socialflow.workers.cmaf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** The elementary stream descriptor of sound (ISO/IEC 14496-1, 7.2.6). */
final class Esds {

    private static final int ES_DESCRIPTOR = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC_INFO = 5;

    private Esds() {}

    /** The audio object type: the first five bits of AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1). 2 is AAC-LC. */
    static int audioObjectType(byte[] content) {
        try {
            var data = ByteBuffer.wrap(content);
            enter(data, ES_DESCRIPTOR);
            skip(data, 2);
            int flags = data.get();
            if ((flags & 0xe0) != 0) throw new MalformedException("esds has options that were not asked for");
            enter(data, DECODER_CONFIG);
            skip(data, 13);
            enter(data, DECODER_SPECIFIC_INFO);
            return (data.get() & 0xff) >> 3;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new MalformedException("esds is too short");
        }
    }

    private static void enter(ByteBuffer data, int tag) {
        if (data.get() != tag) throw new MalformedException("esds has no descriptor " + tag);
        // A length of seven bits a byte, the high bit meaning that more follow; not needed, as contents follow at once.
        while ((data.get() & 0x80) != 0) {}
    }

    private static void skip(ByteBuffer data, int bytes) {
        data.position(data.position() + bytes);
    }
}
