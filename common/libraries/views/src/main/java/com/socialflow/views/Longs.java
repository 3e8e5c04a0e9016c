package com.socialflow.views;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Longs in bytes, and well-mixed hashes of longs. */
final class Longs {

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Longs() {}

    static long read(byte[] bytes, int offset) {
        return (long) BIG_ENDIAN.get(bytes, offset);
    }

    static void write(byte[] bytes, int offset, long value) {
        BIG_ENDIAN.set(bytes, offset, value);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): each bit of the input changes half of the output's. */
    static long mix(long value) {
        var mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
