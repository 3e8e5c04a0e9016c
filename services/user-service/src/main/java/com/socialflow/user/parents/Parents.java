package com.socialflow.user.parents;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.ChildRegistrations;
import com.socialflow.user.mail.Forward;
import com.socialflow.user.personal.Archive;
import com.socialflow.user.personal.PersonalExport;
import com.socialflow.user.vault.PersonalVault;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who a child's parent is: known in the child's vault alone. */
@Component
class Parents implements Forward, PersonalExport {

    private static final String PURPOSE = "parent";

    private final ParentalStore store;
    private final PersonalVault vault;
    private final JsonMapper json;

    Parents(ParentalStore store, PersonalVault vault, JsonMapper json) {
        this.store = store;
        this.vault = vault;
        this.json = json;
    }

    byte[] close(AccountId child, Parent parent) {
        return vault.close(child, PURPOSE, json.writeValueAsBytes(parent));
    }

    Optional<Parent> find(AccountId child) {
        return store.findParent(child)
                .flatMap(closed -> vault.open(child, PURPOSE, closed))
                .map(open -> json.readValue(open, Parent.class));
    }

    /** Letters to a child go to the parent. */
    @Override
    public Optional<String> of(String address) {
        return address.endsWith(ChildRegistrations.NO_MAIL)
                ? store.findChild(address).flatMap(this::find).map(Parent::address)
                : Optional.empty();
    }

    @Override
    public void export(AccountId account, Archive archive) {
        find(account)
                .ifPresent(parent -> archive.json(
                        "identity/parent.json",
                        "The parent who agreed to your account",
                        Map.of("name", parent.name(), "address", parent.address())));
    }
}
