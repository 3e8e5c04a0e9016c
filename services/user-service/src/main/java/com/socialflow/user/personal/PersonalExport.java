package com.socialflow.user.personal;

import com.socialflow.core.AccountId;

/** A feature's part of the archive that a person gets of everything that is known of him or her. */
public interface PersonalExport {

    /** Writes what the feature knows of the person. Called outside of transactions, perhaps several times. */
    void export(AccountId account, Archive archive);
}
