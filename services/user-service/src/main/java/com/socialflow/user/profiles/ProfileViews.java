package com.socialflow.user.profiles;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.socialflow.core.AccountId;
import com.socialflow.user.images.ImageKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is told of a person, to whom. Null fields are left out. */
final class ProfileViews {

    private ProfileViews() {}

    /**
     * An image.
     *
     * @param url in its usual size, from the root of the public address on
     * @param sizes addresses by the width in pixels
     */
    record Image(String url, Map<String, String> sizes) {

        static @Nullable Image of(ImageKind kind, @Nullable String image) {
            return image == null ? null : new Image(kind.address(image), kind.addresses(image));
        }
    }

    /** What anyone may see: of a private account the names and images alone. */
    record Public(
            AccountId id,
            String username,
            String displayName,
            @Nullable String biography,
            @Nullable List<Link> links,
            @Nullable String language,
            @Nullable Image avatar,
            @Nullable Image banner,
            boolean privateAccount,
            boolean madeForKids,
            Instant createdAt) {

        static Public of(Person person) {
            var account = person.account();
            var profile = person.profile();
            var open = !profile.privateAccount();
            return new Public(
                    account.id(),
                    account.username().value(),
                    account.displayName().value(),
                    open ? profile.biography() : null,
                    open ? profile.links() : null,
                    open ? profile.language() : null,
                    Image.of(ImageKind.AVATAR, profile.avatar()),
                    open ? Image.of(ImageKind.BANNER, profile.banner()) : null,
                    profile.privateAccount(),
                    profile.madeForKids(),
                    account.createdAt());
        }

        String etag() {
            return "\"" + Integer.toHexString(hashCode()) + "\"";
        }
    }

    /**
     * What a person sees of himself or herself.
     *
     * @param email with the rest of what only the person should know; null for programs that may not see it
     */
    record Own(
            AccountId id,
            String username,
            String displayName,
            @Nullable String email,
            @Nullable Boolean emailVerified,
            @Nullable LocalDate birthDate,
            List<String> roles,
            String state,
            String locale,
            String biography,
            List<Link> links,
            @Nullable String language,
            @Nullable Image avatar,
            @Nullable Image banner,
            boolean privateAccount,
            boolean madeForKids,
            Instant createdAt,
            @JsonIgnore long revision) {

        static Own of(Person person, boolean withEmail) {
            var account = person.account();
            var profile = person.profile();
            return new Own(
                    account.id(),
                    account.username().value(),
                    account.displayName().value(),
                    withEmail ? account.email().value() : null,
                    withEmail ? account.emailVerifiedAt() != null : null,
                    withEmail ? account.birthDate() : null,
                    account.roles().stream().sorted().toList(),
                    account.state().text(),
                    account.locale(),
                    profile.biography(),
                    profile.links(),
                    profile.language(),
                    Image.of(ImageKind.AVATAR, profile.avatar()),
                    Image.of(ImageKind.BANNER, profile.banner()),
                    profile.privateAccount(),
                    profile.madeForKids(),
                    account.createdAt(),
                    account.revision());
        }

        /** The revision, and a digest of what may change without it. */
        String etag() {
            return "\"" + revision + "-" + Integer.toHexString(Objects.hash(email, emailVerified, roles, state)) + "\"";
        }
    }
}
