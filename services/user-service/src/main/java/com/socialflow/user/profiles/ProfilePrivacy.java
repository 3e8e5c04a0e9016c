package com.socialflow.user.profiles;

import com.socialflow.core.AccountId;
import com.socialflow.platform.images.StoredImages;
import com.socialflow.user.accounts.AgeBand;
import com.socialflow.user.accounts.Contact;
import com.socialflow.user.accounts.Newcomers;
import com.socialflow.user.images.ImageKind;
import com.socialflow.user.personal.Archive;
import com.socialflow.user.personal.PersonalExport;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Profiles of the young begin private; all are taken along with their pictures. */
@Component
class ProfilePrivacy implements Newcomers, PersonalExport {

    private final ProfileStore store;
    private final Clock clock;

    ProfilePrivacy(ProfileStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Under 18 an account is private until its person says otherwise; under 13 it is for children, too. */
    @Override
    public void arrived(Contact newcomer) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var band = AgeBand.of(store.birthDate(newcomer.account()), today);
        if (band != AgeBand.ADULT) {
            store.save(newcomer.account(), Profile.ofTheYoung(band == AgeBand.CHILD));
        }
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var profile = store.find(account);
        export(profile.avatar(), ImageKind.AVATAR, "Your picture", archive);
        export(profile.banner(), ImageKind.BANNER, "The picture above your profile", archive);
    }

    private void export(@Nullable String image, ImageKind kind, String what, Archive archive) {
        if (image != null) {
            archive.object("identity/" + image, StoredImages.mediaType(image), what, kind.largest(image));
        }
    }
}
