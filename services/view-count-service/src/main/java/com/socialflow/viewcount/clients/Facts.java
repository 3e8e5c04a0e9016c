package com.socialflow.viewcount.clients;

import com.socialflow.core.AccountId;
import com.socialflow.views.Client;
import com.socialflow.views.Viewer;
import java.util.Optional;

/**
 * What may be kept of who sends a request, and what is needed while it is answered.
 *
 * @param client with what
 * @param visitor 0 when the person opted out
 * @param account who is signed in, to be compared with the video's owner only
 */
public record Facts(Client client, long visitor, long network, boolean optedOut, Optional<AccountId> account) {

    /** Who views a video of this owner's. */
    public Viewer viewer(boolean owner) {
        return new Viewer(visitor, network, owner, optedOut);
    }
}
