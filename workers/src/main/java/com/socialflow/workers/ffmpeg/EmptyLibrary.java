package com.socialflow.workers.ffmpeg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A shared library with a name and nothing in it, as an ELF file.
 *
 * <p>The bundled ffmpeg names libraries of desktops (X11, ALSA, PulseAudio, udev) that servers lack. It calls them for
 * devices alone, which are never used here, and its references are bound when called; so the loader is content with a
 * library that only has the right name. Layout: System V ABI, chapters 4 and 5.
 */
final class EmptyLibrary {

    private static final short SHARED_OBJECT = 3;
    private static final int HEADER_BYTES = 64;
    private static final int SEGMENT_BYTES = 56;
    private static final int SYMBOL_BYTES = 24;
    private static final int READ_EXECUTE = 5;
    private static final int PAGE_BYTES = 4096;

    /** Processors as ELF numbers them. */
    enum Machine {
        X86_64(62),
        ARM64(183);

        private final short code;

        Machine(int code) {
            this.code = (short) code;
        }
    }

    private EmptyLibrary() {}

    /** The bytes of a library called {@code soname}, such as {@code libpulse.so.0}. */
    static byte[] named(String soname, Machine machine) {
        var strings = ("\0" + soname + "\0").getBytes(StandardCharsets.US_ASCII);
        int dynamicAt = HEADER_BYTES + 2 * SEGMENT_BYTES;
        int dynamicBytes = 7 * 16;
        int hashAt = dynamicAt + dynamicBytes;
        int symbolsAt = hashAt + 16;
        int stringsAt = symbolsAt + SYMBOL_BYTES;
        int end = stringsAt + strings.length;

        var elf = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
        elf.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        elf.putShort(SHARED_OBJECT).putShort(machine.code).putInt(1);
        elf.putLong(0).putLong(HEADER_BYTES).putLong(0).putInt(0);
        elf.putShort((short) HEADER_BYTES).putShort((short) SEGMENT_BYTES).putShort((short) 2);
        elf.putShort((short) 64).putShort((short) 0).putShort((short) 0);

        segment(elf, 1, 0, end, PAGE_BYTES);
        segment(elf, 2, dynamicAt, dynamicBytes, 8);

        elf.putLong(14).putLong(1); // SONAME, at offset 1 of the strings
        elf.putLong(4).putLong(hashAt);
        elf.putLong(5).putLong(stringsAt);
        elf.putLong(6).putLong(symbolsAt);
        elf.putLong(10).putLong(strings.length);
        elf.putLong(11).putLong(SYMBOL_BYTES);
        elf.putLong(0).putLong(0);

        elf.putInt(1).putInt(1).putInt(0).putInt(0); // a hash table of one bucket: the undefined symbol
        elf.put(new byte[SYMBOL_BYTES]).put(strings);
        return elf.array();
    }

    private static void segment(ByteBuffer elf, int type, long at, long bytes, long alignment) {
        elf.putInt(type).putInt(READ_EXECUTE);
        elf.putLong(at).putLong(at).putLong(at).putLong(bytes).putLong(bytes).putLong(alignment);
    }
}
