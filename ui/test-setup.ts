import { configure } from "@testing-library/svelte";

// A safety net only: on a busy machine a page can take many seconds to load.
configure({ asyncUtilTimeout: 60_000 });
