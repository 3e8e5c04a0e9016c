package com.socialflow.user.profiles;

import static com.socialflow.core.Require.require;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of himself or herself, beside the names.
 *
 * @param language what the person mostly speaks here, a BCP 47 tag
 * @param privateAccount whether only those who are let in see what the person publishes
 * @param madeForKids whether what the person publishes is for children
 * @param avatar the name of an image
 * @param banner the name of an image
 */
record Profile(
        String biography,
        List<Link> links,
        @Nullable String language,
        boolean privateAccount,
        boolean madeForKids,
        @Nullable String avatar,
        @Nullable String banner) {

    /** In characters as readers count them: a paragraph. */
    static final int BIOGRAPHY_MAX = 500;

    /** In code points: what readers see as one character may have any number of them. */
    static final int BIOGRAPHY_POINTS_MAX = 4_000;

    /** More are a page of their own. */
    static final int LINKS_MAX = 8;

    /** Of somebody who has said nothing. */
    static final Profile EMPTY = new Profile("", List.of(), null, false, false, null, null);

    Profile {
        require(PlainText.length(biography) <= BIOGRAPHY_POINTS_MAX, "a biography is no book");
        require(links.size() <= LINKS_MAX, "a profile has at most %d links", LINKS_MAX);
        links = List.copyOf(links);
    }

    /** Of somebody young who has said nothing. */
    static Profile ofTheYoung(boolean child) {
        return new Profile("", List.of(), null, true, child, null, null);
    }

    Profile withAvatar(@Nullable String image) {
        return new Profile(biography, links, language, privateAccount, madeForKids, image, banner);
    }

    Profile withBanner(@Nullable String image) {
        return new Profile(biography, links, language, privateAccount, madeForKids, avatar, image);
    }
}
