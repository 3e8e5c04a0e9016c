package com.socialflow.social.tags;

import static com.socialflow.core.Require.require;

import com.socialflow.core.Problem;
import com.socialflow.social.text.Hashtags;

/** A hashtag without its sign, folded as {@link Hashtags} folds. */
record Tag(String value) {

    Tag {
        require(!value.isEmpty() && value.length() <= Hashtags.LENGTH_MAX, "a hashtag has 1 to 100 letters");
    }

    /**
     * The hashtag that somebody wrote, with or without its sign.
     *
     * @throws Problem 422 {@code bad-tag} when it is none
     */
    static Tag parse(String text) {
        return Hashtags.fold(text.startsWith("#") ? text.substring(1) : text)
                .map(Tag::new)
                .orElseThrow(() -> Problem.unprocessable(
                        "bad-tag",
                        "a hashtag is 1 to %d letters, digits and underscores, not digits alone",
                        Hashtags.LENGTH_MAX));
    }

    @Override
    public String toString() {
        return value;
    }
}
