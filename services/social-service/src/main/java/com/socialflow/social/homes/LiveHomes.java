package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells people whose page is open that their home timeline has got something. */
@Component
class LiveHomes {

    void tell(Collection<AccountId> readers, List<HomeEntry> entries) {}
}
