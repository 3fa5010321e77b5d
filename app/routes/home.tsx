export default function Home() {
  return <h1>Granaio</h1>
}
