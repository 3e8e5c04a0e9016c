package com.socialflow.user.profiles;

import com.socialflow.core.AccountId;
import com.socialflow.user.images.ImageKind;
import com.socialflow.user.images.Images;
import com.socialflow.user.personal.Archive;
import com.socialflow.user.personal.Leaver;
import com.socialflow.user.personal.PersonalErasure;
import com.socialflow.user.personal.PersonalExport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The images of a person, for the person and for nobody any more. The rest of a profile goes with the account's rows. */
@Component
class PersonalProfile implements PersonalExport, PersonalErasure {

    private final ProfileStore store;
    private final Images images;

    PersonalProfile(ProfileStore store, Images images) {
        this.store = store;
        this.images = images;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var profile = store.find(account);
        add(archive, "profile/avatar", "The picture that stands for you", ImageKind.AVATAR, profile.avatar());
        add(archive, "profile/banner", "The picture on top of your page", ImageKind.BANNER, profile.banner());
    }

    private static void add(
            Archive archive, String name, String description, ImageKind kind, @Nullable String image) {
        if (image != null) {
            var extension = image.substring(image.indexOf('.'));
            archive.object(
                    name + extension,
                    extension.equals(".png") ? "image/png" : "image/jpeg",
                    description,
                    kind.largest(image));
        }
    }

    @Override
    public void erase(Leaver leaver) {
        var profile = store.find(leaver.account());
        if (profile.avatar() != null) {
            images.dispose(profile.avatar());
        }
        if (profile.banner() != null) {
            images.dispose(profile.banner());
        }
    }
}
