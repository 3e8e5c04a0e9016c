package com.socialflow.bench;

/** Which pairs were drawn already, in 8 bytes each and as much again. */
final class Pairs {

    private final long[] slots;
    private int size;

    Pairs(int expected) {
        slots = new long[Integer.highestOneBit(expected) * 4];
    }

    boolean add(int one, int other) {
        var pair = ((long) one << 32 | other) + 1;
        var slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 40) & slots.length - 1;
        while (slots[slot] != 0) {
            if (slots[slot] == pair) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = pair;
        size++;
        return true;
    }

    int size() {
        return size;
    }
}
