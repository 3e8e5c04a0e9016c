package com.socialflow.views;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The valid views of one video from one network in one hour, as sums over them: so it matters neither in which order
 * they come nor who adds them, and a view that has changed is taken out and put in again. {@link CrowdKey} names it.
 * Does not change: what adds to it returns another.
 */
public final class Crowd {

    /** How many sums there are; {@link #sum} has them by number. */
    public static final int SUMS = Sums.COUNT;

    static final Crowd EMPTY = new Crowd(new int[0], new long[0]);

    /** Numbers of the sums that are not zero, rising. */
    private final int[] numbers;

    private final long[] values;

    private Crowd(int[] numbers, long[] values) {
        this.numbers = numbers;
        this.values = values;
    }

    /** The crowd of these sums, {@link #SUMS} of them. */
    public static Crowd ofSums(long[] sums) {
        var numbers = new int[SUMS];
        var values = new long[SUMS];
        var count = 0;
        for (var number = 0; number < SUMS; number++) {
            if (sums[number] != 0) {
                numbers[count] = number;
                values[count++] = sums[number];
            }
        }
        return new Crowd(Arrays.copyOf(numbers, count), Arrays.copyOf(values, count));
    }

    /** With the view; the same crowd when the view does not count anyway. */
    public Crowd with(View view) {
        return view.valid() ? plus(Sums.of(view)) : this;
    }

    /** Without the view, which was put in as it is here. */
    public Crowd without(View view) {
        return view.valid() ? plus(Sums.of(view).negated()) : this;
    }

    /** The views of both. */
    public Crowd merge(Crowd other) {
        return plus(other);
    }

    /** How many views there are that count if the verdict is {@link Verdict.Plausible}. */
    public long views() {
        return sum(Sums.VIEWS);
    }

    /** What they are together. */
    public Verdict verdict() {
        var reason = Suspicion.of(this);
        return reason == null ? new Verdict.Plausible() : new Verdict.Rejected(reason);
    }

    /** One of the sums, from 0 to {@link #SUMS}. */
    public long sum(int number) {
        var at = Arrays.binarySearch(numbers, number);
        return at < 0 ? 0 : values[at];
    }

    /** Called with the number and value of every sum that is not zero: adding them up elsewhere gives the crowd. */
    public void forEach(Consumer consumer) {
        for (var i = 0; i < numbers.length; i++) {
            consumer.accept(numbers[i], values[i]);
        }
    }

    /** Takes the number of a sum and its value. */
    @FunctionalInterface
    public interface Consumer {
        void accept(int number, long value);
    }

    Crowd negated() {
        var negative = new long[values.length];
        Arrays.setAll(negative, i -> -values[i]);
        return new Crowd(numbers, negative);
    }

    private Crowd plus(Crowd other) {
        var numbersOfBoth = new int[numbers.length + other.numbers.length];
        var sums = new long[numbersOfBoth.length];
        var count = 0;
        for (int i = 0, j = 0; i < numbers.length || j < other.numbers.length; ) {
            var mine = i < numbers.length ? numbers[i] : Integer.MAX_VALUE;
            var others = j < other.numbers.length ? other.numbers[j] : Integer.MAX_VALUE;
            var sum = (mine <= others ? values[i++] : 0) + (others <= mine ? other.values[j++] : 0);
            if (sum != 0) {
                numbersOfBoth[count] = Math.min(mine, others);
                sums[count++] = sum;
            }
        }
        return new Crowd(Arrays.copyOf(numbersOfBoth, count), Arrays.copyOf(sums, count));
    }

    /** {@link ViewRule#crowd(byte[])} reads them. */
    public byte[] toBytes() {
        var to = new Varints();
        forEach((number, value) -> {
            to.write(number);
            to.writeSigned(value);
        });
        return to.written();
    }

    static Crowd ofBytes(byte[] bytes) {
        var sums = new long[SUMS];
        for (var from = new Varints(bytes); from.hasMore(); ) {
            var number = (int) from.read();
            sums[number] = from.readSigned();
        }
        return ofSums(sums);
    }

    static Crowd of(int[] numbers, long[] values) {
        return new Crowd(numbers, values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Crowd crowd
                && Arrays.equals(numbers, crowd.numbers)
                && Arrays.equals(values, crowd.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Crowd[" + views() + " views, " + verdict() + "]";
    }
}
