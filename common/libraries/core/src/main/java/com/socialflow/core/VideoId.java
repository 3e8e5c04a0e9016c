package com.socialflow.core;

/** Names a video. */
public record VideoId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static VideoId parse(String text) {
        return new VideoId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
