import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const family = { lawful_birth: true, father: { employed: true } };

function App() {
  const [result, setResult] = useState();
  return (
    <>
      <birth-benefits
        lang="zh-CN"
        scope="leave"
        share="result"
        situation={family}
        onresult={(event) => setResult(event.detail)}
      />
      <output>{result && `还有 ${result.questions.length} 个问题会改变结果`}</output>
    </>
  );
}

// React sets properties only on elements that are defined; before that it would write attributes.
await customElements.whenDefined('birth-benefits');
createRoot(document.getElementById('root')).render(<App />);
