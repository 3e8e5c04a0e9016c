package com.socialflow.core;

/** Names a post: a comment on a video and a video's announcement are posts too. */
public record PostId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static PostId parse(String text) {
        return new PostId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
