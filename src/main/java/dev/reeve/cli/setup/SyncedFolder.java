package dev.reeve.cli.setup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Knows the folders that a service copies to other machines, file by file and late, which tears a workspace apart. */
final class SyncedFolder {

    private static final Map<String, String> SERVICES = new LinkedHashMap<>();

    static {
        SERVICES.put("library/mobile documents", "iCloud");
        SERVICES.put("icloud", "iCloud");
        SERVICES.put("dropbox", "Dropbox");
        SERVICES.put("onedrive", "OneDrive");
        SERVICES.put("google drive", "Google Drive");
        SERVICES.put("googledrive", "Google Drive");
        SERVICES.put("library/cloudstorage", "a cloud service");
    }

    private SyncedFolder() {}

    /** @return the service that synchronises this folder, going by its path, or null */
    static String serviceFor(Path folder) {
        String path = "/" + folder.toString().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> service : SERVICES.entrySet()) {
            // at the beginning of a name: "Dropbox (Work)" and "OneDrive - Firm" are common
            if (path.contains("/" + service.getKey())) {
                return service.getValue();
            }
        }
        return null;
    }
}
