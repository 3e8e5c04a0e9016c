package com.socialflow.user.profiles;

import com.socialflow.proto.user.v1.AccountChanged;
import com.socialflow.user.images.ImageKind;

/** What other services hear of people. */
final class ProfileEvents {

    private ProfileEvents() {}

    static AccountChanged changed(Person person) {
        return AccountChanged.newBuilder()
                .setAccount(person.id().value())
                .setProfile(face(person))
                .setHidden(!person.visible())
                .build();
    }

    static com.socialflow.proto.user.v1.Profile face(Person person) {
        var account = person.account();
        var profile = person.profile();
        var face = com.socialflow.proto.user.v1.Profile.newBuilder()
                .setAccount(account.id().value())
                .setUsername(account.username().value())
                .setDisplayName(account.displayName().value())
                .setPrivateAccount(profile.privateAccount())
                .setMadeForKids(profile.madeForKids());
        if (profile.avatar() != null) {
            face.setAvatar(ImageKind.AVATAR.address(profile.avatar()));
        }
        return face.build();
    }
}
